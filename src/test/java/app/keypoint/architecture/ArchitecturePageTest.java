package app.keypoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** The page that a newcomer reads first says of every module what it may use. */
class ArchitecturePageTest {

  /** What most may use, and the page does not say of each. */
  private static final Set<String> FOUNDATIONS = Set.of("time", "access", "ui", "identity");

  /** Modules that use nothing but each other. */
  private static final Set<String> BELOW = Set.of("time", "access", "ui");

  private static final Path MODULES = Path.of("src/main/java/app/keypoint");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([\\w, –]+) \\|$");

  @Test
  void saysWhatEachModuleMayUse() throws Exception {
    Map<String, Set<String>> said = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
        .results()
        .forEach(row -> said.put(row.group(1), modules(Stream.of(row.group(2).split(", ")))));
    assertThat(said).isEqualTo(allowed());
  }

  /** One of the tests would be found before the module's, and what that may use not be asked. */
  @Test
  void noPackagePageOfTheTestsHidesOne() throws IOException {
    Path tests = Path.of("src/test/java");
    try (Stream<Path> files = Files.walk(tests)) {
      assertThat(files.filter(file -> file.endsWith("package-info.java")))
          .noneMatch(
              file -> Files.exists(Path.of("src/main/java").resolve(tests.relativize(file))));
    }
  }

  private static Map<String, Set<String>> allowed() throws IOException, ClassNotFoundException {
    Map<String, Set<String>> allowed = new TreeMap<>();
    try (DirectoryStream<Path> packages = Files.newDirectoryStream(MODULES, Files::isDirectory)) {
      for (Path module : packages) {
        String name = module.getFileName().toString();
        ApplicationModule info =
            Class.forName("app.keypoint." + name + ".package-info")
                .getAnnotation(ApplicationModule.class);
        // Without one it may use all (demo, shell) or, by LayersTest, nothing (the pure ones).
        if (info != null && !BELOW.contains(name)) {
          allowed.put(name, modules(Arrays.stream(info.allowedDependencies())));
        }
      }
    }
    return allowed;
  }

  private static Set<String> modules(Stream<String> names) {
    return names
        .map(name -> name.replaceFirst(" *::.*", ""))
        .filter(name -> !name.equals("–") && !FOUNDATIONS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
