package app.keypoint.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz.Article;
import app.keypoint.content.TypedKey;
import app.keypoint.content.TypedKey.WrongAnswer;
import app.keypoint.content.file.QuizFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuizWriterTest {

  /** What is written in a quiz may be anything that can be typed. */
  @Property(tries = 300)
  void whatIsWrittenReadsBackAsTheSame(@ForAll("quizzes") ParsedQuiz quiz) {
    String text = QuizWriter.write(quiz);
    assertThat(QuizFile.parse("x.yaml", text).quiz()).as(text).isEqualTo(quiz);
  }

  static List<Path> shipped() throws IOException {
    try (var files = Files.list(Path.of("quizzes"))) {
      return files.filter(file -> file.toString().matches("[^.]+\\.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedQuizIsTheSameAfterwards(Path file) throws IOException {
    String text = Files.readString(file);
    QuizFile before = QuizFile.parse("x.yaml", text);
    String written = QuizWriter.write(QuizReader.document(text).orElseThrow());
    QuizFile after = QuizFile.parse("x.yaml", written);
    assertThat(after.quiz()).isNotNull().isEqualTo(before.quiz());
    assertThat(after.findings()).extracting("rule").isEqualTo(rules(before));
    assertThat(QuizFile.parse("x.yaml", QuizWriter.write(after.quiz())).quiz())
        .isEqualTo(before.quiz());
  }

  private static List<String> rules(QuizFile file) {
    return file.findings().stream().map(finding -> finding.rule()).toList();
  }

  @Test
  void isLaidOutForPeople() {
    ParsedQuiz quiz =
        new ParsedQuiz(
            "fruit",
            "Fruit: \"sweet\"",
            7,
            new Article("On fruit", "A", "B", "First.\n\nSecond.", true, Map.of("q-1", "First.")),
            List.of(new KeyPoint("kp-1", "fruit", "Apples", null, "Apples are fruit.", 0)),
            List.of(
                new Question.Single(
                    "q-1",
                    "kp-1",
                    "Which?",
                    List.of(
                        new Option("a", "Apple", true, null),
                        new Option("b", "Chair", false, "Wood."),
                        new Option("c", "Stone", false, "Stone.")),
                    "So it says.")));
    assertThat(QuizWriter.write(quiz))
        .isEqualTo(
            """
            schema: 1
            id: fruit
            title: "Fruit: \\"sweet\\""
            position: 7
            article:
              title: "On fruit"
              author: "A"
              section: "B"
              text: |-
                First.

                Second.
              readable: true
            keyPoints:
              - id: kp-1
                title: "Apples"
                text: "Apples are fruit."
            questions:
              - id: q-1
                type: single
                keyPoint: kp-1
                stem: "Which?"
                options:
                  - {id: a, text: "Apple", correct: true}
                  - {id: b, text: "Chair", why: "Wood."}
                  - {id: c, text: "Stone", why: "Stone."}
                explanation: "So it says."
                passage: "First."
            """);
  }

  @Test
  void aClozeWithSeveralBlanksIsLaidOutForPeople() {
    TypedKey kernel =
        new TypedKey(
            "kernel", List.of("core"), List.of(new WrongAnswer("shell", "Around it.")), false);
    TypedKey licence = new TypedKey("licence", List.of(), List.of(), false);
    ParsedQuiz quiz =
        new ParsedQuiz(
            "linux",
            "Linux",
            7,
            new Article("On", "A", "B"),
            List.of(new KeyPoint("kp-1", "linux", "Kernel", null, "A kernel.", 0)),
            List.of(
                new Question.Cloze(
                    "q-1",
                    "kp-1",
                    "A {{kernel}} under a {{licence::legal}}.",
                    List.of(kernel, licence),
                    "So it says.")));
    String text = QuizWriter.write(quiz);
    assertThat(text)
        .endsWith(
            """
                stem: "A {{kernel}} under a {{licence::legal}}."
                blanks:
                  - accept: ["core"]
                    wrong:
                      - {text: "shell", why: "Around it."}
                  - {}
                match: {typos: off}
                explanation: "So it says."
            """);
    assertThat(QuizFile.parse("x.yaml", text).quiz()).isEqualTo(quiz);
  }

  @Provide
  Arbitrary<ParsedQuiz> quizzes() {
    Arbitrary<Question> question = Arbitraries.oneOf(choices(), recalls(), clozes());
    return Combinators.combine(
            ids(), line(), line(), text(), question.list().ofMinSize(1).ofMaxSize(3), text())
        .as(
            (id, title, author, article, questions, passage) ->
                new ParsedQuiz(
                    id,
                    title,
                    3,
                    new Article(
                        title,
                        author,
                        "s",
                        article,
                        true,
                        Map.of(questions.getFirst().id(), passage)),
                    List.of(new KeyPoint(id, id, title, author, article, 2)),
                    questions));
  }

  private static Arbitrary<Question> choices() {
    Arbitrary<Option> option =
        Combinators.combine(ids(), text(), Arbitraries.of(true, false), text()).as(Option::new);
    return Combinators.combine(ids(), ids(), text(), option.list().ofSize(3), text())
        .as(Question.Single::new);
  }

  private static Arbitrary<Question> recalls() {
    return Combinators.combine(ids(), ids(), text(), keys(line()), text()).as(Question.Recall::new);
  }

  private static Arbitrary<Question> clozes() {
    return Combinators.combine(
            ids(),
            ids(),
            keys(Arbitraries.just("tree")).list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.of(true, false),
            text())
        .as(QuizWriterTest::cloze);
  }

  /** Whether slips are forgiven is said of all blanks together. */
  private static Question cloze(
      String id, String point, List<TypedKey> keys, boolean typos, String why) {
    return new Question.Cloze(
        id,
        point,
        "A" + " {{tree::hint}}".repeat(keys.size()) + ".",
        keys.stream().map(k -> new TypedKey(k.answer(), k.accept(), k.wrong(), typos)).toList(),
        why);
  }

  private static Arbitrary<TypedKey> keys(Arbitrary<String> answer) {
    Arbitrary<WrongAnswer> wrong = Combinators.combine(line(), text()).as(WrongAnswer::new);
    return Combinators.combine(
            answer,
            line().list().ofMaxSize(2),
            wrong.list().ofMaxSize(2),
            Arbitraries.of(true, false))
        .as(TypedKey::new);
  }

  /** Also those that YAML would take for something else. */
  private static Arbitrary<String> ids() {
    return Arbitraries.oneOf(
        Arbitraries.of("1", "0x1f", "1e5", "null", "true", "no", "2026-01-01", "0"),
        Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(8));
  }

  private static Arbitrary<String> line() {
    return text().map(text -> text.replace('\n', ' ').replace('\t', ' '));
  }

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
            Arbitraries.strings()
                .withChars(" \n\t:#-?'\"\\|>{}[],&*!%@`\u00a0\u2028\ufeff中é~=<")
                .withChars('a', 'b', '1')
                .ofMaxLength(40),
            Arbitraries.strings().all().ofMaxLength(20))
        .map(QuizWriterTest::printable)
        .map(text -> "x" + text);
  }

  private static String printable(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
