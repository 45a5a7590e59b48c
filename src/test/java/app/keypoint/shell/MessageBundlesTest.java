package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Keeps the languages in step with each other and with the code. */
@TestInstance(Lifecycle.PER_CLASS)
class MessageBundlesTest {

  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final Path SOURCES = Path.of("src/main/java/app/keypoint");
  private static final String CHINESE = "_zh_CN";
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern REFERENCE =
      Pattern.compile("(?:getTranslation\\(|title\\s*=)\\s*\"([^\"]+)\"");

  private static final Pattern ANY = Pattern.compile("\\{(\\d+)");
  private static final Pattern SHOWN = Pattern.compile("\\{(\\d+)(?!\\d|,\\s*choice)");

  /** File name without ending, to its texts. */
  private final Map<String, Properties> bundles = new HashMap<>();

  /** Feature, to its Java sources. */
  private final Map<String, String> sources = new HashMap<>();

  @BeforeAll
  void read() throws IOException {
    for (Path file : list(BUNDLES)) {
      Properties texts = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        texts.load(reader);
      }
      bundles.put(file.getFileName().toString().replace(".properties", ""), texts);
    }
    for (Path file : list(SOURCES)) {
      if (file.toString().endsWith(".java")) {
        sources.merge(
            SOURCES.relativize(file).getName(0).toString(), Files.readString(file), String::concat);
      }
    }
  }

  @Test
  void everyBundleIsServed() throws IOException {
    String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
    assertThat(features())
        .allSatisfy(
            feature -> assertThat(settings).containsPattern("\\bmessages/" + feature + "\\b"));
  }

  @Test
  void everyLanguageHasTheSameTexts() {
    assertThat(features()).isNotEmpty();
    for (String feature : features()) {
      assertThat(keys(feature + CHINESE))
          .as("keys of " + feature + CHINESE)
          .isEqualTo(keys(feature));
    }
  }

  /** But for an argument that only chooses between singular and plural, which Chinese lacks. */
  @Test
  void everyLanguageUsesTheSameArguments() {
    List<String> different = new ArrayList<>();
    for (String feature : features()) {
      for (String key : keys(feature)) {
        String english = text(feature, key);
        String chinese = text(feature + CHINESE, key);
        if (!arguments(ANY, chinese).containsAll(arguments(SHOWN, english))
            || !arguments(ANY, english).containsAll(arguments(ANY, chinese))) {
          different.add(key);
        }
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void everyTextCanBeFormattedAndSaysSomething() {
    bundles.forEach(
        (bundle, texts) ->
            texts.forEach(
                (key, text) -> {
                  Locale locale = bundle.endsWith(CHINESE) ? Locale.CHINA : Locale.ENGLISH;
                  assertThat(new MessageFormat(text.toString(), locale).toPattern())
                      .as("%s in %s", key, bundle)
                      .isNotBlank();
                  assertThat(text.toString())
                      .as("%s in %s: write ’ for an apostrophe", key, bundle)
                      .doesNotContainPattern("(?<!')'(?!['{}])");
                }));
  }

  /** One feature's texts may be used by another, so keys and sources are taken together. */
  @Test
  void everyTextThatTheCodeNamesExists() {
    Set<String> keys = allKeys();
    String all = String.join("\n", sources.values());
    assertThat(
            REFERENCE
                .matcher(all)
                .results()
                .map(match -> match.group(1))
                .filter(key -> known(key) && !key.endsWith(".") && !key.endsWith("-"))
                .filter(key -> !keys.contains(key)))
        .as("keys in the code without a text")
        .isEmpty();
  }

  /**
   * A key counts as used if the code has it as a literal, whole or without the feature's name in
   * front, or a literal that ends in a dot or a dash and starts it ("level." + a constant's name).
   */
  @Test
  void everyTextIsUsed() {
    Map<String, Set<String>> literals =
        sources.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> literals(entry.getValue())));
    Set<String> everywhere =
        literals.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    List<String> unused = new ArrayList<>();
    for (String feature : features()) {
      Set<String> own = literals.getOrDefault(feature, Set.of());
      for (String key : keys(feature)) {
        if (!used(key, everywhere) && !used(key.substring(feature.length() + 1), own)) {
          unused.add(key);
        }
      }
    }
    assertThat(unused).isEmpty();
  }

  private static boolean used(String key, Set<String> literals) {
    return literals.contains(key)
        || Stream.iterate(key.length() - 1, i -> i > 0, i -> i - 1)
            .filter(i -> ".-".indexOf(key.charAt(i)) >= 0)
            .anyMatch(i -> literals.contains(key.substring(0, i + 1)));
  }

  private boolean known(String key) {
    return features().stream().anyMatch(feature -> key.startsWith(feature + "."));
  }

  private Set<String> features() {
    return bundles.keySet().stream()
        .filter(name -> !name.endsWith(CHINESE))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> keys(String bundle) {
    return new TreeSet<>(bundles.getOrDefault(bundle, new Properties()).stringPropertyNames());
  }

  private Set<String> allKeys() {
    return features().stream()
        .flatMap(feature -> keys(feature).stream())
        .collect(Collectors.toSet());
  }

  private String text(String bundle, String key) {
    return bundles.getOrDefault(bundle, new Properties()).getProperty(key, "");
  }

  /** Those inside of choices too. */
  private static Set<String> arguments(Pattern kind, String text) {
    return kind.matcher(text)
        .results()
        .map(argument -> argument.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> literals(String source) {
    return LITERAL.matcher(source).results().map(r -> r.group(1)).collect(Collectors.toSet());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
