package app.keypoint.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code script/lint} as it is called, from another folder, with the program that was packaged. */
class LintScriptIT {

  @TempDir static Path folder;

  @BeforeAll
  static void prepared() throws Exception {
    assertThat(lint("--help").status()).isZero();
  }

  @Test
  void saysByItsStatusHowItWent() throws Exception {
    Path good = Path.of("quizzes/introduction.yaml").toAbsolutePath();
    String text = Files.readString(good);
    Files.writeString(
        folder.resolve("bad.yaml"), text.replaceFirst("correct: true", "correct: false"));

    assertThat(lint(good.toString()).status()).isZero();
    assertThat(lint("bad.yaml").status()).isOne();
    assertThat(lint("gone.yaml").status()).isEqualTo(2);
    assertThat(lint("bad.yaml").out()).contains("bad.yaml:").contains("error in int-");
  }

  @Test
  void answersInLessThanTwoSeconds() throws Exception {
    String quiz = Path.of("quizzes/introduction.yaml").toAbsolutePath().toString();
    Duration best =
        IntStream.range(0, 5)
            .mapToObj(i -> lint(quiz).took())
            .min(Duration::compareTo)
            .orElseThrow();
    assertThat(best).isLessThan(Duration.ofSeconds(2));
  }

  private record Ran(int status, String out, Duration took) {}

  private static Ran lint(String... arguments) {
    String script = Path.of("script/lint").toAbsolutePath().toString();
    List<String> command = Stream.concat(Stream.of(script), Stream.of(arguments)).toList();
    long start = System.nanoTime();
    try {
      Path out = Files.createTempFile(folder, "out", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new Ran(process.exitValue(), Files.readString(out), took);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
