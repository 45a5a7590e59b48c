package app.keypoint.cohort.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Dashboard;
import app.keypoint.cohort.JoinCode;
import app.keypoint.cohort.Nudge;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Quiz;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.review.LearnerFigures.Week;
import app.keypoint.review.LearnerLoad;
import app.keypoint.review.Retention;
import app.keypoint.time.StudyCalendar;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CohortCsvTest {

  private static final Instant SEEN = Instant.parse("2026-03-09T22:30:00Z");
  private static final KeyPoint POINT = new KeyPoint("p", "q", "Point, first", null, "Text.", 1);
  private static final KeyPoint UNSEEN = new KeyPoint("u", "q", "Unseen", null, "Text.", 2);
  private static final Quiz QUIZ =
      new Quiz(
          "q",
          "=Quiz",
          1,
          new Quiz.Article("Article", "Author", "Section"),
          List.of(POINT, UNSEEN),
          List.of());

  /** Headings are the last part of their key, so that this test does not depend on wording. */
  private final CohortCsv csv =
      new CohortCsv(
          (key, arguments) ->
              key.replaceFirst(".*\\.", "")
                  + (arguments.length == 0 ? "" : Arrays.toString(arguments)),
          new StudyCalendar(ZoneId.of("Asia/Shanghai"), 4));

  @Test
  void writesFiguresAsPlainNumbersAndDatesAsIso() throws IOException {
    NamedCsvRecord row = only(member("王芳", SEEN, new Retention(2, 3), 0.875));
    assertThat(row.getField("name")).isEqualTo("王芳");
    assertThat(row.getField("joined")).isEqualTo("2026-01-02");
    assertThat(row.getField("last-seen")).isEqualTo("2026-03-10");
    assertThat(row.getField("due")).isEqualTo("12");
    assertThat(row.getField("overdue")).isEqualTo("8");
    assertThat(row.getField("retained")).isEqualTo("0.6667");
    assertThat(row.getField("reviews")).isEqualTo("3");
    assertThat(row.getField("attempts[=Quiz]")).isEqualTo("2");
    assertThat(row.getField("best[=Quiz]")).isEqualTo("0.875");
    assertThat(row.getField("point[Point, first]")).isEqualTo("0.5");
    assertThat(row.getField("nudges")).isEqualTo("no-review[6]");
  }

  @Test
  void leavesUnknownEmpty() throws IOException {
    NamedCsvRecord row = only(member("Ada", null, Retention.NONE, null));
    assertThat(row.getField("last-seen")).isEmpty();
    assertThat(row.getField("retained")).isEmpty();
    assertThat(row.getField("reviews")).isEqualTo("0");
    assertThat(row.getField("best[=Quiz]")).isEmpty();
    assertThat(row.getField("point[Unseen]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"})
  void keepsASpreadsheetFromRunningAName(String name) throws IOException {
    assertThat(only(member(name, null, Retention.NONE, null)).getField("name"))
        .isEqualTo("'" + name);
  }

  @Property
  void anyNameComesBackAsItWasAndNeverStartsAFormula(@ForAll String name) throws IOException {
    String read = only(member(name, null, Retention.NONE, null)).getField("name");
    assertThat(read.replace("'", "")).isEqualTo(name.replace("'", ""));
    assertThat(read).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';'})
  void noCellStartsAFormulaHoweverTheFileIsSplit(char separator) {
    for (String name :
        List.of("x;=HYPERLINK(1)", "x,=1+1", "x;\"=1", "x;+1", "x; -1", "x;\"\"@SUM(A1)")) {
      String file =
          new String(write(member(name, null, Retention.NONE, null)), StandardCharsets.UTF_8);
      for (String line : file.substring(1).lines().toList()) {
        for (String cell : line.split(Character.toString(separator))) {
          assertThat(cell.replaceAll("^[\"\\s]+", "")).as(name).doesNotContainPattern("^[=+@-]");
        }
      }
    }
  }

  @Test
  void startsWithAByteOrderMark() {
    assertThat(write(member("Ada", null, Retention.NONE, null))).startsWith(0xEF, 0xBB, 0xBF);
  }

  @Test
  void namesTheFileForTheCohortAndDay() {
    LocalDate day = LocalDate.of(2026, 3, 10);
    assertThat(CohortCsv.fileName("Strategy seminar, autumn!", day))
        .isEqualTo("Strategy-seminar-autumn-2026-03-10.csv");
    assertThat(CohortCsv.fileName("../战略/研讨", day)).isEqualTo("战略-研讨-2026-03-10.csv");
    assertThat(CohortCsv.fileName("!?", day)).isEqualTo("cohort-2026-03-10.csv");
  }

  private NamedCsvRecord only(Dashboard.Member member) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofNamedCsvRecord(new ByteArrayInputStream(write(member)), StandardCharsets.UTF_8)) {
      return reader.stream().toList().getFirst();
    }
  }

  private byte[] write(Dashboard.Member member) {
    Cohort cohort = new Cohort(7, "Seminar", new JoinCode("K7Q4MD"), SEEN, 1, true, false);
    return csv.write(
        new Dashboard(
            cohort,
            List.of(QUIZ),
            List.of(member),
            new Dashboard.Weeks(Week.NONE, Week.NONE, 0, 0),
            Set.of(),
            List.of(),
            0,
            List.of()));
  }

  private static Dashboard.Member member(
      String name, Instant lastSeen, Retention retained, Double best) {
    return new Dashboard.Member(
        1,
        name,
        LocalDate.of(2026, 1, 2),
        LocalDate.of(2026, 3, 10),
        new LearnerLoad(12, 8, 30, 4),
        retained,
        Map.of(
            "q",
            List.of(
                new KeyPointMastery(POINT, 2, 2, 0.5, KeyPointMastery.Level.WEAK),
                new KeyPointMastery(UNSEEN, 2, 0, 0, KeyPointMastery.Level.NEW))),
        best == null ? Map.of() : Map.of("q", new QuizStanding(1, "q", 2, best, null, 0, 0, null)),
        lastSeen,
        List.of(new Nudge.NoReview(6, Nudge.Level.WATCH)));
  }
}
