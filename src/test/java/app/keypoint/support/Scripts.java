package app.keypoint.support;

import app.keypoint.KeypointApplication;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the scripts of operators as they do, with the classes of this test as the program. */
public final class Scripts {

  private static final Pattern PICKED_UP =
      Pattern.compile("(?m)^NOTE: Picked up JDK_JAVA_OPTIONS.*\\R");

  private final Path jar;

  /**
   * @param folder where the program goes
   */
  public Scripts(Path folder) throws IOException {
    jar = program(folder.resolve("keypoint.jar"));
  }

  /** What a script said, and how it ended. */
  public record Run(String said, int code) {}

  /** Runs one to its end, with variables beside those of this process. */
  public Run run(Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(variables);
    all.put("KEYPOINT_JAR", jar.toString());
    // Each runs for a few seconds.
    all.put(
        "JDK_JAVA_OPTIONS",
        "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m -XX:+UseSerialGC");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(all);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(PICKED_UP.matcher(said).replaceAll(""), process.waitFor());
  }

  /** A jar that has nothing in it but where this test's classes are. */
  private static Path program(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, KeypointApplication.class.getName());
    main.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
