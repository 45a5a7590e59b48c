package app.keypoint.support;

/** A quiz file of two questions on fruit; without its last part it has one. */
public final class FruitQuiz {

  public static final String FIRST =
      """
      schema: 1
      id: fruit
      title: Fruit
      position: 1
      article: {title: On fruit, author: Nobody, section: Apples}
      keyPoints:
        - id: kp-apple
          title: Apples are fruit
          topic: What apples are
          text: An apple is a fruit and grows on a branch.
          paragraph: 1
      questions:
        - id: f-1
          type: single
          keyPoint: kp-apple
          stem: Which one is a fruit?
          options:
            - {id: a, text: Apple, correct: true}
            - {id: b, text: Chair, why: Chairs are made of wood.}
            - {id: c, text: Stone, why: Only peaches hold one.}
          explanation: The first paragraph says so.
      """;

  public static final String SECOND =
      """
        - id: f-2
          type: single
          keyPoint: kp-apple
          stem: Which one grows on a tree?
          options:
            - {id: a, text: Pear, correct: true}
            - {id: b, text: Table, why: Tables are made of wood.}
            - {id: c, text: Brick, why: Bricks are burnt clay.}
          explanation: The first paragraph says so.
      """;

  /** In the place of {@link #SECOND}. */
  public static final String CLOZE =
      """
        - id: f-2
          type: cloze
          keyPoint: kp-apple
          stem: "Apples hang on the {{tree::a plant}}."
          accept: [apple tree, trees]
          wrong:
            - {text: bush, why: Berries grow on bushes.}
          explanation: The first paragraph says so.
      """;

  private FruitQuiz() {}
}
