package app.keypoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code script/aot-cache} with the program that was packaged, under another name and with the
 * settings of a server: what it records is used, and whatever becomes of it never keeps the program
 * from starting.
 */
class RecordedClassesIT {

  /** A command of the program that is quick and says so. */
  private static final String SAYS = "There is no H2 database in";

  @TempDir static Path folder;

  /** Of a database that a start on it would not find. */
  private static final Map<String, String> OF_A_SERVER =
      Map.of(
          "SPRING_PROFILES_ACTIVE",
          "postgresql",
          "KEYPOINT_DB_URL",
          "jdbc:postgresql://127.0.0.1:1/keypoint",
          "SPRING_DATASOURCE_URL",
          "jdbc:postgresql://127.0.0.1:1/keypoint");

  private static Path packaged;
  private static Path cache;
  private static Path jar;

  @BeforeAll
  static void recorded() throws Exception {
    packaged = folder.resolve("keypoint-1.2.jar");
    var unused =
        Files.copy(Path.of("target/keypoint.jar"), packaged, StandardCopyOption.COPY_ATTRIBUTES);
    Path unpacked = folder.resolve("unpacked");
    assertThat(record(unpacked)).doesNotContain("No classes");
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
    var unused = record(cache.getParent());
    assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
    assertThat(Files.readString(cache.resolveSibling("made-of")))
        .contains(String.valueOf(Files.size(packaged)));
  }

  @Test
  void leavesAFolderAloneThatItHasNotMade() throws Exception {
    Path installation = Files.createDirectories(folder.resolve("installation").resolve("data"));
    Path database = Files.writeString(installation.resolve("keypoint.mv.db"), "all answers");
    Path program = Files.writeString(installation.resolveSibling("keypoint.jar"), "the program");
    assertThat(record(installation.getParent())).contains("name a new folder");
    assertThat(database).hasContent("all answers");
    assertThat(program).hasContent("the program");
  }

  private static String record(Path folder) throws Exception {
    Map<String, String> settings = new HashMap<>(OF_A_SERVER);
    settings.put("KEYPOINT_JAR", packaged.toString());
    return run(settings, "script/aot-cache", folder.toString());
  }

  private static String program(Path cache, String... options) throws Exception {
    return java(cache, jar, options);
  }

  private static String java(Path cache, Path jar, String... options) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return run(
        Map.of(),
        Stream.of(
                Stream.of(java, "-XX:AOTCache=" + cache),
                Stream.of(options),
                Stream.of("-jar", jar.toString(), "backup"),
                Stream.of(folder.resolve("no-data").toString(), "file"))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private static String run(Map<String, String> settings, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int unused = process.waitFor();
    return said;
  }
}
