package app.keypoint.content.ui;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.Worded;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.Outcome;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question as a learner sees it: asked first, then revealed in place. What would give the answer
 * away is put on the page by {@link #reveal} only.
 */
public class QuestionPanel extends Div {

  private final OnAnswer onAnswer;
  private final Runnable onOverrule;
  private final Div status = new Div();
  private final Div place = new Div();

  /** Takes an answer. */
  @FunctionalInterface
  public interface OnAnswer {

    /**
     * @param confidence how sure the learner said they are; null when they were not asked
     */
    void answered(Response response, @Nullable Confidence confidence);
  }

  /** Where nobody is asked how sure they are. */
  public QuestionPanel(Consumer<Response> onAnswer, Runnable onOverrule) {
    this((response, _) -> onAnswer.accept(response), onOverrule);
  }

  /**
   * @param onAnswer called with what the learner answered
   * @param onOverrule called when the learner says that a typed answer counted as wrong was right
   */
  public QuestionPanel(OnAnswer onAnswer, Runnable onOverrule) {
    this.onAnswer = onAnswer;
    this.onOverrule = onOverrule;
    addClassName("question");
    status.addClassName("sr-only");
    status.getElement().setAttribute("role", "status");
    add(place, status);
  }

  /** Shows a question to be answered. */
  public void ask(AskedQuestion asked) {
    ask(asked, false);
  }

  /**
   * The same.
   *
   * @param confidenceAsked whether checking the answer also says how sure the learner is
   */
  public void ask(AskedQuestion asked, boolean confidenceAsked) {
    status.setText("");
    place.removeAll();
    Worded<Question> worded = QuizTexts.of(asked.version().question());
    Locale language = worded.language();
    Component input =
        switch (worded.text()) {
          case Question.Single single when !confidenceAsked ->
              new SingleInput(
                  inOrder(single, asked), language, picked -> onAnswer.answered(picked, null));
          case Question.Choice choice ->
              new PickedInput(
                  inOrder(choice, asked),
                  language,
                  choice instanceof Question.Multi,
                  confidenceAsked,
                  onAnswer);
          case Question.Typed typed ->
              new TypedInput(hints(typed), language, confidenceAsked, onAnswer);
        };
    place.add(context(asked), prompt(worded));
    PictureFigure.of(worded, asked.version().question()).ifPresent(place::add);
    place.add(input);
  }

  /** Shows what was answered, what is right, and why. */
  public void reveal(AskedQuestion asked, Response response, Outcome outcome) {
    reveal(asked, response, outcome, null);
  }

  /**
   * The same.
   *
   * @param confidence how sure the learner said they were, or null
   */
  public void reveal(
      AskedQuestion asked, Response response, Outcome outcome, @Nullable Confidence confidence) {
    place.removeAll();
    Worded<Question> worded = QuizTexts.answered(asked.version().question(), response);
    Locale language = worded.language();
    Component answer =
        switch (worded.text()) {
          case Question.Choice choice ->
              new RevealedOptions(inOrder(choice, asked), language, (Response.Picked) response);
          case Question.Typed typed ->
              new RevealedTyping(typed, language, (Response.Typed) response, outcome, onOverrule);
        };
    place.add(context(asked), prompt(worded));
    PictureFigure.of(worded, asked.version().question()).ifPresent(place::add);
    place.add(answer);
    if (confidence == Confidence.SURE && !outcome.right()) {
      place.add(sureWrong());
    }
    place.add(new Explanation(worded, asked));
    status.setText(said(outcome));
  }

  private String said(Outcome outcome) {
    List<Outcome> blanks = outcome.blanks();
    long right = blanks.stream().filter(Outcome::right).count();
    return !outcome.right() && right > 0
        ? getTranslation("content.status.part", right, blanks.size())
        : getTranslation(outcome.right() ? "content.status.right" : "content.status.wrong");
  }

  private Component sureWrong() {
    Paragraph words = new Paragraph(getTranslation("content.sure-wrong"));
    words.addClassName("sure-wrong");
    return words;
  }

  private static List<Option> inOrder(Question.Choice question, AskedQuestion asked) {
    Map<String, Option> byId =
        question.options().stream().collect(Collectors.toMap(Option::id, Function.identity()));
    return asked.optionOrder().stream().map(byId::get).toList();
  }

  /** What is said of each thing to type, which may be nothing. */
  private static List<String> hints(Question.Typed question) {
    return question instanceof Question.Cloze cloze && !cloze.hints().isEmpty()
        ? cloze.hints()
        : List.of("");
  }

  /** By number: a key point's title may give the answer away. */
  private Component context(AskedQuestion asked) {
    List<String> keyPoints = asked.quiz().keyPoints().stream().map(KeyPoint::id).toList();
    int nth = keyPoints.indexOf(asked.version().question().keyPointId()) + 1;
    Worded<Quiz> quiz = QuizTexts.of(asked.quiz());
    String title = quiz.text().title();
    Div context =
        new Div(
            nth == 0
                ? QuizTexts.titleOf(asked.quiz())
                : QuizTexts.around(title, quiz.language(), "content.context", nth));
    context.addClassNames("muted", "small");
    return context;
  }

  private static Component prompt(Worded<Question> worded) {
    H1 prompt = new H1();
    prompt.add(Rich.html(worded.text().prompt(), worded.language()));
    prompt.addClassName("prompt");
    return prompt;
  }

  /** The letter of the nth option, from 0. */
  static Span letter(int nth) {
    Span letter = new Span(String.valueOf((char) ('A' + nth)));
    letter.addClassName("key");
    return letter;
  }
}
