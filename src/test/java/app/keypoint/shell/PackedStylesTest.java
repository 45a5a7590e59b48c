package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every page loads one stylesheet, which the build joins from those that it names, and the screens
 * of who has signed in another one.
 */
class PackedStylesTest {

  private static final Path STYLES = Path.of("frontend");

  /** Loaded by its own screens. */
  private static final String OF_AUTHORS = "authoring.css";

  @Test
  void noneIsLeftOut() throws IOException {
    Matcher packed =
        Pattern.compile("<filelist dir=\"frontend\" files=\"([^\"]+)\"")
            .matcher(Files.readString(Path.of("pom.xml")));
    List<String> inOneOfThem = new ArrayList<>();
    while (packed.find()) {
      inOneOfThem.addAll(List.of(packed.group(1).split(",", -1)));
    }
    List<String> files = new ArrayList<>();
    try (DirectoryStream<Path> styles = Files.newDirectoryStream(STYLES, "*.css")) {
      styles.forEach(style -> files.add(style.getFileName().toString()));
    }
    files.remove(OF_AUTHORS);
    assertThat(inOneOfThem).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void theThemeComesWithoutItsFont() {
    Path packed = Path.of("target/classes/META-INF/resources/assets/keypoint.css");
    assertThat(packed).content().contains("--aura-accent-color").doesNotContain("InstrumentSans");
  }

  /** As the build does it: the theme of a build by hand is whole. */
  @Test
  void theThemeComesWithoutWhatNoScreenHas() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String unstyled = between(pom, "name=\"unstyled\" value=\"", "\"/>");
    Pattern rules =
        Pattern.compile(
            between(pom, "<replaceregex pattern=\"(?&lt;", "\" flags")
                .transform(rest -> "(?<" + rest)
                .replace("${unstyled}", unstyled));
    String theme;
    try (InputStream file = getClass().getResourceAsStream("/META-INF/resources/aura/aura.css")) {
      theme = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }

    String packed = rules.matcher(theme).replaceAll("");

    assertThat(theme.length() - packed.length()).isGreaterThan(10_000);
    assertThat(open(packed)).isZero();
    assertThat(rules.matcher(theme).results().map(MatchResult::group))
        .allSatisfy(rule -> assertThat(open(rule)).isZero())
        .noneMatch(
            rule ->
                rule.matches(
                    "(?s)[^{]*vaadin-(button|combo|date|dialog|grid[{:\\[]|upload|select).*"));
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      List<String> used =
          sources
              .filter(source -> source.toString().endsWith(".java"))
              .flatMap(PackedStylesTest::components)
              .distinct()
              .toList();
      assertThat(used).contains("grid", "textfield");
      for (String name : unstyled.replaceAll("\\(\\?![^)]*\\)|[(:?)]", "").split("[|]")) {
        assertThat(used)
            .as("a screen has it, so its styles have to stay: take it from the list in pom.xml")
            .noneMatch(component -> component.startsWith(name.replace("-", "")));
      }
    }
  }

  private static Stream<String> components(Path source) {
    try {
      return Pattern.compile("com\\.vaadin\\.flow\\.component\\.([a-z]+)\\.")
          .matcher(Files.readString(source))
          .results()
          .map(component -> component.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String between(String text, String before, String after) {
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf(after, from));
  }

  private static long open(String rules) {
    return rules.chars().filter(c -> c == '{').count()
        - rules.chars().filter(c -> c == '}').count();
  }
}
