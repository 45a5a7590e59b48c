package app.keypoint.cohort.ui.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each sentence about a figure says what to do, or that there is nothing to do. */
class StatisticsTextsTest {

  /** A figure, and what is said of it; where it cannot be told there is nothing to do. */
  private static final Pattern SENTENCE =
      Pattern.compile("cohort\\.(total|item)\\.([a-z-]+)\\.(?!unknown)[a-z]+");

  private static final Pattern DO =
      Pattern.compile(
          "(?i)(^|[.:;,] |\\b(and|or) )(ask|go through|keep|look|compare|do not|add|take|check|read"
              + "|make|mend|nothing to do)\\b");

  private static final Pattern DO_CHINESE = Pattern.compile("请|无需处理");

  @Test
  void englishSaysWhatToDo() throws IOException {
    assertThat(sentences("cohort"))
        .allSatisfy((key, text) -> assertThat(text).as(key).containsPattern(DO));
  }

  @Test
  void chineseSaysWhatToDo() throws IOException {
    assertThat(sentences("cohort_zh_CN"))
        .allSatisfy((key, text) -> assertThat(text).as(key).containsPattern(DO_CHINESE));
  }

  @Test
  void everyColumnOfTheTableHasSentences() throws IOException {
    List<String> explained =
        sentences("cohort").keySet().stream()
            .filter(key -> key.startsWith("cohort.item."))
            .map(key -> key.split("\\.")[2])
            .distinct()
            .toList();
    assertThat(explained).containsAll(QuestionTable.FIGURES);
  }

  private static Map<String, String> sentences(String bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        Files.newBufferedReader(Path.of("src/main/resources/messages/" + bundle + ".properties"))) {
      texts.load(reader);
    }
    Map<String, String> sentences = new TreeMap<>();
    texts.forEach(
        (key, text) -> {
          if (SENTENCE.matcher(key.toString()).matches()) {
            sentences.put(key.toString(), text.toString());
          }
        });
    assertThat(sentences).hasSizeGreaterThan(35);
    return sentences;
  }
}
