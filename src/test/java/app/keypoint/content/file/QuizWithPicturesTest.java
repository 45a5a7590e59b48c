package app.keypoint.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Finding;
import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.format.QuizWriter;
import app.keypoint.content.picture.PicturesBeside;
import app.keypoint.support.FruitQuiz;
import app.keypoint.support.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images beside quiz files, from the file to the question and back. */
class QuizWithPicturesTest {

  private static final String ALT = "An apple between a chair and a stone";

  @TempDir Path folder;

  @BeforeEach
  void images() throws IOException {
    Files.createDirectory(folder.resolve("images"));
    image("fruit.png", TestPictures.png(64, 48));
  }

  private void image(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve("images").resolve(name), bytes);
  }

  private QuizFile quiz(String image) throws IOException {
    Path file = folder.resolve("fruit.yaml");
    Files.writeString(
        file,
        FruitQuiz.FIRST.replace(
            "    stem: Which one is a fruit?\n",
            "    stem: Which one is a fruit?\n    image: " + image + "\n"));
    return QuizFile.parse("fruit.yaml", Files.readString(file), PicturesBeside.of(file));
  }

  private List<Finding> lint() {
    return FilesCheck.of(List.of(folder.resolve("fruit.yaml").toString())).findings();
  }

  private static Picture picture(QuizFile file) {
    return Objects.requireNonNull(
        Objects.requireNonNull(file.quiz()).questions().getFirst().picture());
  }

  @Test
  void aQuestionHasTheImageThatItsFileNames() throws IOException {
    QuizFile file = quiz("{file: fruit.png, alt: " + ALT + "}");
    assertThat(file.ok()).isTrue();
    assertThat(picture(file).alt()).isEqualTo(ALT);
    assertThat(picture(file).width()).isEqualTo(64);
    assertThat(lint()).noneMatch(Finding::error);
  }

  @Test
  void whatIsWrittenReadsBackToTheSame() throws IOException {
    ParsedQuiz quiz =
        Objects.requireNonNull(quiz("{file: fruit.png, alt: \"Say: \\\"1\\\"\"}").quiz());
    String written = QuizWriter.write(quiz);
    image(picture(quiz("{file: fruit.png, alt: x}")).file(), TestPictures.png(64, 48));
    ParsedQuiz again =
        QuizFile.parse("fruit.yaml", written, PicturesBeside.of(folder.resolve("fruit.yaml")))
            .quiz();
    assertThat(again).as(written).isEqualTo(quiz);
  }

  @Test
  void anotherImageOrOtherWordsAreAnotherWordingInTheSameSeries() throws IOException {
    Question without =
        Objects.requireNonNull(QuizFile.parse("fruit.yaml", FruitQuiz.FIRST).quiz())
            .questions()
            .getFirst();
    Question with = without.showing(picture(quiz("{file: fruit.png, alt: x}")));
    Question said = without.showing(picture(quiz("{file: fruit.png, alt: y}")));
    image("fruit.png", TestPictures.png(48, 64));
    Question other = without.showing(picture(quiz("{file: fruit.png, alt: x}")));
    assertThat(List.of(without, with, said, other))
        .extracting(Fingerprint::version)
        .doesNotHaveDuplicates();
    assertThat(List.of(without, with, said, other))
        .extracting(Fingerprint::series)
        .containsOnly(Fingerprint.series(without));
  }

  @ParameterizedTest
  @CsvSource({
    "'{file: fruit.png}', image-alt",
    "'{file: fruit.png, alt: \" \"}', image-alt",
    "'{file: pear.png, alt: x}', image-missing",
    "'{alt: x}', missing",
    "'{file: ../fruit.yaml, alt: x}', image-name",
    "'{file: images/fruit.png, alt: x}', image-name",
    "'{file: \"..\", alt: x}', image-name",
    "'fruit.png', wrong-type",
    "'{file: fruit.png, alt: x, title: y}', unknown-key"
  })
  void whatIsWrongWithAnImageIsSaidWithWhatToDo(String image, String rule) throws IOException {
    QuizFile file = quiz(image);
    assertThat(file.ok()).isFalse();
    assertThat(lint())
        .filteredOn(Finding::error)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.advice()).isNotBlank();
              assertThat(finding.questionId()).isEqualTo("f-1");
              assertThat(finding.line()).isGreaterThan(10);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "gif", "huge", "cut", "big"})
  void filesThatAreNoImagesAreRefused(String what) throws IOException {
    byte[] png = TestPictures.png(900, 700);
    image(
        "fruit.png",
        switch (what) {
          case "svg" -> TestPictures.svg();
          case "gif" -> TestPictures.gif();
          case "huge" -> TestPictures.pngHeader(20_000, 20_000);
          case "cut" -> java.util.Arrays.copyOf(png, png.length / 2);
          default -> new byte[6_000_000];
        });
    assertThat(quiz("{file: fruit.png, alt: x}").ok()).isFalse();
    assertThat(lint())
        .filteredOn(Finding::error)
        .singleElement()
        .extracting(Finding::rule)
        .isEqualTo(
            switch (what) {
              case "svg", "gif" -> "image-kind";
              case "cut" -> "image-damaged";
              default -> "image-size";
            });
  }

  @Test
  void aTranslationSaysWhatTheImageShowsInItsOwnWords() throws IOException {
    ParsedQuiz original = Objects.requireNonNull(quiz("{file: fruit.png, alt: " + ALT + "}").quiz());
    Question translated = translated(original, "    image: {alt: 一个苹果}\n", List.of());
    assertThat(Objects.requireNonNull(translated.picture()).alt()).isEqualTo("一个苹果");
    assertThat(Objects.requireNonNull(translated.picture()).hash())
        .isEqualTo(Objects.requireNonNull(original.questions().getFirst().picture()).hash());
    Question silent =
        translated(original, "", List.of("The words for the image of `f-1` are not translated."));
    assertThat(Objects.requireNonNull(silent.picture()).alt()).isEqualTo(ALT);
  }

  private static Question translated(ParsedQuiz original, String image, List<String> messages) {
    TranslationFile file =
        TranslationFile.parse(
            "fruit." + Locale.SIMPLIFIED_CHINESE.toLanguageTag() + ".yaml",
            """
            schema: 1
            title: 水果
            article: {title: 水果, author: 无名, section: 苹果}
            keyPoints:
              - {id: kp-apple, title: 苹果, text: 苹果是水果。}
            questions:
              - id: f-1
                stem: 哪一个是水果？
            """
                + image
                + """
                    options:
                      - {id: a, text: 苹果, correct: true}
                      - {id: b, text: 椅子, why: 椅子是木头做的。}
                      - {id: c, text: 石头, why: 只有桃子有核。}
                    explanation: 第一段这样说。
                """,
            original);
    assertThat(file.ok()).as(file.findings().toString()).isTrue();
    assertThat(file.findings())
        .extracting(Finding::message)
        .filteredOn(message -> message.contains("image"))
        .isEqualTo(messages);
    return Objects.requireNonNull(
        Objects.requireNonNull(file.translation())
            .questions()
            .get(original.questions().getFirst()));
  }
}
