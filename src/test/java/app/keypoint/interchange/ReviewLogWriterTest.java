package app.keypoint.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.grading.Confidence;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.time.StudyCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewLogWriterTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final StudyCalendar BERLIN = new StudyCalendar(ZoneId.of("Europe/Berlin"), 4);

  @Test
  void writesTheSchemaOfTheOptimisers() throws IOException {
    Instant noon = Instant.parse("2026-03-01T12:00:00.123456Z");
    LocalDate day = LocalDate.of(2026, 3, 1);
    assertThat(
            written(
                List.of(
                    new PastAnswer(
                        "q-1",
                        noon,
                        day,
                        3,
                        Phase.RELEARNING,
                        Duration.ofSeconds(4),
                        Confidence.GUESS),
                    new PastAnswer("王, \"芳\"", noon, day, 1, null, null))))
        .isEqualTo(
            """
            "card_id","review_time","review_rating","review_state","review_duration","review_confidence"\r
            "q-1","1772366400123","3","3","4000","guess"\r
            "王, ""芳\"\"","1772366400123","1","","",""\r
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "＝1", "'=1", "-", "=-2"})
  void noIdStartsAFormula(String id) throws IOException {
    assertThat(cell(id)).isEqualTo("'" + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"q-1", "1700000000000", "-12", "'tis", "3e9f-=", "王芳"})
  void otherIdsStayTheSame(String id) throws IOException {
    assertThat(cell(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';'})
  void noCellStartsAFormulaHoweverTheFileIsSplit(char separator) throws IOException {
    LocalDate day = LocalDate.of(2026, 3, 1);
    for (String id : List.of("x;=1+1", "x,=1+1", "x;\"=1", "x;'=1", "x; =1", "x;\"\"@SUM(A1)")) {
      String file = written(List.of(new PastAnswer(id, NOW, day, 3, null, null)));
      for (String line : file.lines().toList()) {
        for (String cell : line.split(Character.toString(separator))) {
          assertThat(cell.replaceAll("^[\"\\s]+", "")).as(id).doesNotContainPattern("^[=+@]");
        }
      }
    }
  }

  @Test
  void namesTheFileForTheDay() {
    assertThat(ReviewLogWriter.fileName(LocalDate.of(2026, 3, 10)))
        .isEqualTo("keypoint-review-log-2026-03-10.csv");
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("histories") List<PastAnswer> history) throws IOException {
    Reading reading =
        ReviewLogCsv.read(new ByteArrayInputStream(written(history).getBytes(UTF_8)), BERLIN, NOW);
    if (history.isEmpty()) {
      assertThat(reading).isEqualTo(new Reading.NoRows());
    } else {
      assertThat(reading)
          .isInstanceOfSatisfying(
              Reading.Rows.class,
              rows -> {
                assertThat(rows.findings().isEmpty()).isTrue();
                assertThat(rows.answers()).isEqualTo(history);
              });
    }
  }

  @Provide
  Arbitrary<List<PastAnswer>> histories() {
    return Combinators.combine(
            ids(),
            Arbitraries.longs()
                .between(946_684_800_000L, NOW.toEpochMilli())
                .map(Instant::ofEpochMilli),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(Phase.class).injectNull(0.3),
            Arbitraries.integers().greaterOrEqual(0).map(Duration::ofMillis).injectNull(0.3))
        .as((id, at, rating, phase, taken) -> answer(id, at, rating, phase, taken))
        .list()
        .ofMaxSize(30)
        .uniqueElements(answer -> answer.card() + answer.at());
  }

  /** Whatever reading accepts: stripped, printable, not empty, text. */
  private static Arbitrary<String> ids() {
    return Arbitraries.oneOf(
            Arbitraries.strings().withChars("'=+-@1＝a ").ofMinLength(1).ofMaxLength(5),
            Arbitraries.strings().withChars(",;\t\"'王x").ofMinLength(1).ofMaxLength(9),
            Arbitraries.strings().excludeChars('\uFEFF').ofMinLength(1).ofMaxLength(200),
            Arbitraries.longs().map(String::valueOf))
        .map(String::strip)
        .filter(
            id ->
                !id.isEmpty()
                    && id.chars().noneMatch(Character::isISOControl)
                    && UTF_8.newEncoder().canEncode(id));
  }

  private static PastAnswer answer(String id, Instant at, int rating, Phase phase, Duration taken) {
    return new PastAnswer(id, at, BERLIN.dayOf(at), rating, phase, taken);
  }

  private static String cell(String id) throws IOException {
    String first = written(List.of(answer(id, NOW, 3, null, null))).split("\r\n")[1].split(",")[0];
    return first.substring(1, first.length() - 1);
  }

  private static String written(List<PastAnswer> history) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ReviewLogWriter.write(history, file);
    return file.toString(UTF_8);
  }
}
