package app.keypoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code script/aot-cache} with the program that was packaged: what it records is used, and
 * whatever becomes of it never keeps the program from starting.
 */
class RecordedClassesIT {

  /** A command of the program that is quick and says so. */
  private static final String SAYS = "There is no H2 database in";

  @TempDir static Path folder;

  private static Path cache;
  private static Path jar;

  @BeforeAll
  static void recorded() throws Exception {
    Path unpacked = folder.resolve("unpacked");
    assertThat(run("script/aot-cache", unpacked.toString())).doesNotContain("No classes");
    cache = unpacked.resolve("keypoint.aot");
    jar = unpacked.resolve("keypoint.jar");
    assertThat(cache).isNotEmptyFile();
  }

  @Test
  void isUsed() throws Exception {
    assertThat(program(cache, "-Xlog:class+load"))
        .contains(SAYS)
        .containsPattern("app\\.keypoint\\.KeypointApplication source: shared objects file");
  }

  @Test
  void neverKeepsTheProgramFromStarting() throws Exception {
    byte[] all = Files.readAllBytes(cache);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(all, all.length / 3));
    Path noise = Files.writeString(folder.resolve("noise"), "no cache\n".repeat(10_000));
    for (Path each : List.of(cut, noise, folder.resolve("missing"))) {
      assertThat(program(each)).as(each.toString()).contains(SAYS);
    }
    // With another collector than it was recorded with, and with another program beside it.
    assertThat(program(cache, "-XX:+UseSerialGC")).contains(SAYS);
    Path other = Files.copy(jar, folder.resolve("unpacked").resolve("other.jar"));
    assertThat(java(cache, other)).contains(SAYS);
  }

  @Test
  void isMadeOnceForAProgramAndAJdk() throws Exception {
    FileTime made = Files.getLastModifiedTime(cache);
    var unused = run("script/aot-cache", cache.getParent().toString());
    assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
    assertThat(Files.readString(cache.resolveSibling("made-of")))
        .contains(String.valueOf(Files.size(Path.of("target/keypoint.jar"))));
  }

  private static String program(Path cache, String... options) throws Exception {
    return java(cache, jar, options);
  }

  private static String java(Path cache, Path jar, String... options) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return run(
        Stream.of(
                Stream.of(java, "-XX:AOTCache=" + cache),
                Stream.of(options),
                Stream.of("-jar", jar.toString(), "backup"),
                Stream.of(folder.resolve("no-data").toString(), "file"))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int unused = process.waitFor();
    return said;
  }
}
