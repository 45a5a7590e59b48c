package app.keypoint.authoring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.content.Finding.Severity;
import com.vaadin.flow.component.html.Div;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new rule of quiz files gets words for authors too, or a reason why it needs none. */
class FindingWordsTest {

  private static final Path RULES = Path.of("src/main/java/app/keypoint/content");
  private static final Pattern RULE =
      Pattern.compile("report(?:\\.(?:warn|error)\\(|\\(item, i, [A-Z]+,)\\s*\"([a-z-]+)\"");

  /** What nobody who writes or brings a quiz can be at fault with. */
  private static final Set<String> OF_TRANSLATIONS =
      Set.of(
          "image-name",
          "missing-translation",
          "orphaned-translation",
          "other-key",
          "other-kind",
          "stale-translation");

  @Test
  void everyRuleThatADraftOrAFileCanBreakHasWordsInBothLanguages() throws IOException {
    Set<String> rules;
    try (Stream<Path> files = Files.walk(RULES)) {
      rules =
          files
              .filter(Files::isRegularFile)
              .map(FindingWordsTest::read)
              .flatMap(text -> RULE.matcher(text).results())
              .map(match -> match.group(1))
              .filter(rule -> !OF_TRANSLATIONS.contains(rule))
              .filter(rule -> !FindingWords.FILE_RULES.contains(rule))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertThat(rules).hasSizeGreaterThan(40);
    assertThat(FindingWords.RULES).containsAll(rules);
    for (String bundle : new String[] {"authoring", "authoring_zh_CN"}) {
      String texts = read(Path.of("src/main/resources/messages/" + bundle + ".properties"));
      assertThat(FindingWords.RULES)
          .allSatisfy(rule -> assertThat(texts).contains("\nauthoring.rule." + rule + "="));
      assertThat(FindingWords.FILE_RULES)
          .allSatisfy(rule -> assertThat(texts).contains("\nauthoring.file-rule." + rule + "="));
    }
  }

  @Test
  void aWordOfTheQuizStaysThatWordAndAPartIsNamed() {
    Draft draft =
        new SomeDraft()
            .article("Bees dance.")
            .point("dances", "")
            .question("q", "dances", "")
            .draft();
    ItemFinding finding =
        new ItemFinding(
            Severity.WARNING, "q", "stem", "echo", "", "", List.of("article", "dances", "hive"));
    assertThat(FindingWords.named(List.of(finding), draft, new Div()))
        .extracting(ItemFinding::words)
        .containsExactly(List.of("article", "dances", "hive"));
  }

  /** In this form 空格 is the space bar's sign before it is a blank, and readers are 你. */
  @Test
  void chineseTextsCallABlankAndAReaderTheSameThroughout() throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of("src/main/resources/messages/authoring_zh_CN.properties"))) {
      assertThat(lines.filter(line -> line.matches(".*(空格|您).*")).toList())
          .allSatisfy(line -> assertThat(line).startsWith("authoring.article.markdown="));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
