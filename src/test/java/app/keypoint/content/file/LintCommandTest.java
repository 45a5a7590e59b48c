package app.keypoint.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTest {

  @TempDir Path folder;

  private String quiz;
  private String out = "";
  private String err = "";

  @BeforeEach
  void shippedQuiz() throws IOException {
    quiz = Files.readString(Path.of("quizzes/introduction.yaml"));
  }

  @Test
  void aCleanFileIsStatusZero() throws IOException {
    assertThat(lint(file("introduction.yaml", quiz))).isZero();
    assertThat(out).isEqualToIgnoringNewLines("1 file: 0 errors, 0 warnings");
  }

  @Test
  void anErrorIsStatusOneAndNamesFileLineColumnQuestionAndAdvice() throws IOException {
    String broken = quiz.replaceFirst("correct: true", "correct: false");
    String path = file("introduction.yaml", broken);

    assertThat(lint(path)).isOne();

    assertThat(out.lines().filter(line -> line.contains("number-of-keys")))
        .singleElement()
        .asString()
        .startsWith(path + ":")
        .matches(
            ".*:\\d+:\\d+: error in int-\\d+: No option is right\\. Mark exactly one option .*");
  }

  @Test
  void aCheckThatFailsItselfIsStatusTwoAndNoFinding() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream broken =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(String line) {
            throw new IllegalStateException("nowhere to write");
          }
        };
    assertThat(
            LintCommand.status(List.of("quizzes/introduction.yaml"), broken, new PrintStream(said)))
        .isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("nowhere to write");
  }

  @Test
  void aWarningCountsWhenStrict() throws IOException {
    String path = file("introduction.yaml", quiz.replaceFirst("stem: \"?", "$0Never, not once: "));

    assertThat(lint(path)).isZero();
    assertThat(out).contains("warning in ");
    assertThat(lint("--strict", path)).isOne();
    assertThat(lint(path, "--strict")).isOne();
  }

  @Test
  void whatCannotBeReadIsStatusTwoAndTheRestIsCheckedAllTheSame() throws IOException {
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "title: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    String broken = file("broken.yaml", "id: [");

    assertThat(lint("gone.yaml", latin.toString(), folder.toString(), broken)).isEqualTo(2);

    assertThat(out)
        .contains("gone.yaml:1:1: error: There is no such file.")
        .contains("latin.yaml:1:1: error: The file is not encoded in UTF-8.")
        .contains(folder + ":1:1: error: The file cannot be read")
        .contains("broken.yaml:1:6: error: This is not YAML")
        .contains("4 files: 4 errors, 0 warnings");
  }

  @Test
  void aCallThatIsWrongSaysHow() {
    assertThat(lint()).isEqualTo(2);
    assertThat(err).contains("lint [--strict] [--json] FILE...");
    assertThat(lint("--jsn", "quizzes/introduction.yaml")).isEqualTo(2);
    assertThat(err).contains("--jsn is not known.");
    assertThat(lint("--help")).isZero();
    assertThat(out).contains("Exit status");
  }

  @Test
  void idsAreUniqueOverAllFilesNamed() throws IOException {
    String one = file("one.yaml", quiz);
    String two = file("two.yaml", quiz);

    assertThat(lint(one, two)).isOne();

    assertThat(out)
        .contains("There is a question int-002 in " + one + " too.")
        .doesNotContain("in " + two + " too.");
    assertThat(lint(one, one)).isZero();
  }

  @Test
  void aTranslationIsCheckedAgainstItsOriginal() throws IOException {
    String chinese = Files.readString(Path.of("quizzes/introduction.zh-CN.yaml"));
    file("introduction.yaml", quiz);
    String path = file("introduction.zh-CN.yaml", chinese);
    assertThat(lint("--strict", path)).isZero();

    file("introduction.yaml", quiz.replaceFirst("explanation: \"?", "$0Put otherwise. "));
    assertThat(lint("--strict", path)).isOne();
    assertThat(out).contains("[stale-translation]");

    Files.delete(folder.resolve("introduction.yaml"));
    assertThat(lint(path)).isOne();
    assertThat(out).contains("No quiz is served from introduction.yaml.");
  }

  @Test
  void jsonHasAllThatTheLinesHave() throws IOException {
    String path = file("introduction.yaml", quiz.replaceFirst("correct: true", "correct: false"));

    assertThat(lint("--json", path)).isOne();

    JsonNode json = JsonMapper.shared().readTree(out);
    assertThat(json.path("files").asInt()).isOne();
    JsonNode finding =
        json.path("findings")
            .valueStream()
            .filter(each -> each.path("rule").asString().equals("number-of-keys"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.path("severity").asString()).isEqualTo("error");
    assertThat(finding.path("file").asString()).isEqualTo(path);
    assertThat(finding.path("line").asInt()).isGreaterThan(1);
    assertThat(finding.path("column").asInt()).isGreaterThan(1);
    assertThat(finding.path("question").asString()).startsWith("int-");
    assertThat(finding.path("message").asString()).isEqualTo("No option is right.");
    assertThat(finding.path("advice").asString()).startsWith("Mark exactly one option");
  }

  private int lint(String... arguments) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    int status =
        LintCommand.run(
            List.of(arguments),
            new PrintStream(written, true, StandardCharsets.UTF_8),
            new PrintStream(wrong, true, StandardCharsets.UTF_8));
    out = written.toString(StandardCharsets.UTF_8);
    err = wrong.toString(StandardCharsets.UTF_8);
    return status;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
