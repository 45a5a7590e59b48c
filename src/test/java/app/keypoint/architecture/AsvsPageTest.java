package app.keypoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that compares Keypoint with ASVS 5.0 leaves nothing out and names what there is. */
class AsvsPageTest {

  private static final Path PAGE = Path.of("docs/asvs.md");

  /** Those that name classes, files and decisions. */
  private static final List<Path> PAGES =
      List.of(PAGE, Path.of("docs/security.md"), Path.of("docs/architecture.md"));

  /**
   * How many requirements of levels 1 and 2 each section has; they come before those of level 3.
   */
  private static final Map<String, Integer> SECTIONS =
      Stream.of(
              "1.1 2, 1.2 9, 1.3 11, 1.4 3, 1.5 2",
              "2.1 3, 2.2 3, 2.3 4, 2.4 1",
              "3.2 2, 3.3 4, 3.4 6, 3.5 5, 3.7 2",
              "4.1 3, 4.2 1, 4.3 2, 4.4 4",
              "5.1 1, 5.2 3, 5.3 2, 5.4 3",
              "6.1 3, 6.2 12, 6.3 4, 6.4 4, 6.5 5, 6.6 3, 6.8 4",
              "7.1 3, 7.2 4, 7.3 2, 7.4 5, 7.5 2, 7.6 2",
              "8.1 2, 8.2 3, 8.3 1, 8.4 1",
              "9.1 3, 9.2 4",
              "10.1 2, 10.2 2, 10.3 4, 10.4 11, 10.5 5, 10.6 2, 10.7 3",
              "11.1 2, 11.2 3, 11.3 3, 11.4 4, 11.5 1, 11.6 1",
              "12.1 3, 12.2 2, 12.3 4",
              "13.1 1, 13.2 5, 13.3 2, 13.4 5",
              "14.1 2, 14.2 4, 14.3 3",
              "15.1 3, 15.2 3, 15.3 7",
              "16.1 1, 16.2 5, 16.3 4, 16.4 3, 16.5 3")
          .flatMap(chapter -> Stream.of(chapter.split(", ")))
          .map(section -> section.split(" "))
          .collect(Collectors.toMap(part -> part[0], part -> Integer.valueOf(part[1])));

  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (\\d+\\.\\d+)\\.(\\d+)(?:–(\\d+))? \\|[^|]+\\| (\\S+) \\|([^|]+)\\|$");

  private static final Pattern CODE = Pattern.compile("`([A-Z][a-z]\\w*)`");
  private static final Pattern FILE = Pattern.compile("`((?:quizzes|docs|frontend)/[^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)]+)\\)");
  private static final Pattern DECISION = Pattern.compile("ADR ((?:\\d+(?:, | and )?)+)");

  /** Names of others that look like classes of ours. */
  private static final Set<String> OF_OTHERS =
      Set.of("Secure", "SameSite", "HttpOnly", "SecureRandom", "JdbcClient");

  @Test
  void everyRequirementOfLevelsOneAndTwoIsThereOnce() throws IOException {
    Map<String, List<Integer>> found = new TreeMap<>();
    for (MatchResult row : rows()) {
      int first = Integer.parseInt(row.group(2));
      int last = row.group(3) == null ? first : Integer.parseInt(row.group(3));
      IntStream.rangeClosed(first, last)
          .forEach(n -> found.computeIfAbsent(row.group(1), _ -> new ArrayList<>()).add(n));
    }
    Map<String, List<Integer>> wanted = new TreeMap<>();
    SECTIONS.forEach(
        (section, size) -> wanted.put(section, IntStream.rangeClosed(1, size).boxed().toList()));
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void everyRowSaysHowItStands() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(row.group(4))
                    .as(row.group())
                    .isIn("met", "partly", "no", "operator", "n/a"));
  }

  @Test
  void everyClassAndTestThatItNamesExists() throws IOException {
    Set<String> classes;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      classes =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    assertThat(names(CODE, Files.readString(PAGE))).hasSizeGreaterThan(50);
    for (Path page : PAGES) {
      assertThat(names(CODE, Files.readString(page)))
          .filteredOn(name -> !OF_OTHERS.contains(name))
          .as(page.toString())
          .isSubsetOf(classes);
    }
  }

  @Test
  void everyFileAndDecisionThatItNamesExists() throws IOException {
    Set<String> decisions;
    try (Stream<Path> files = Files.list(Path.of("docs/adr"))) {
      decisions =
          files
              .map(file -> file.getFileName().toString().replaceFirst("^0*(\\d+)-.*", "$1"))
              .collect(Collectors.toSet());
    }
    for (Path page : PAGES) {
      String text = Files.readString(page);
      assertThat(names(FILE, text)).allSatisfy(file -> assertThat(Path.of(file)).exists());
      assertThat(names(LINK, text))
          .allSatisfy(file -> assertThat(Path.of("docs").resolve(file)).exists());
      assertThat(names(DECISION, text).stream().flatMap(list -> Stream.of(list.split("\\D+"))))
          .isSubsetOf(decisions);
    }
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results().toList();
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
  }
}
