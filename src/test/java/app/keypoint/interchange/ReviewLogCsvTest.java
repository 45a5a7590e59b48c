package app.keypoint.interchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.grading.Confidence;
import app.keypoint.interchange.CellFinding.Problem;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.time.StudyCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewLogCsvTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final StudyCalendar SHANGHAI = new StudyCalendar(ZoneId.of("Asia/Shanghai"), 4);
  private static final String HEADER = "card_id,review_time,review_rating\n";

  /** 2026-03-01T12:00:00Z. */
  private static final long NOON = 1772366400000L;

  private static final PastAnswer ANSWER =
      new PastAnswer(
          "q-1",
          Instant.ofEpochMilli(NOON),
          LocalDate.of(2026, 3, 1),
          3,
          Phase.REVIEW,
          Duration.ofMillis(4200));

  @Test
  void readsAllColumns() {
    assertThat(
            answers(
                "card_id,review_time,review_rating,review_state,review_duration\n"
                    + "q-1,1772366400000,3,2,4200\n"))
        .containsExactly(ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card_id,review_time,review_rating,review_state,review_duration\n"
            + "q-1,1772366400000,3,2,4200",
        "review_duration,REVIEW_STATE, Review_Rating ,review_time,card_id\n"
            + "4200,2,3,1772366400000,q-1",
        "card_id;review_time;review_rating;review_state;review_duration\n"
            + "q-1;1772366400000;3;2;4200\n",
        "card_id\treview_time\treview_rating\treview_state\treview_duration\n"
            + "q-1\t1772366400000\t3\t2\t4200",
        "\"card_id\",\"review_time\",\"review_rating\",\"review_state\",\"review_duration\"\r\n"
            + "\"q-1\",\"1772366400000\",\"3\",\"2\",\"4200\"\r\n",
        "\n\n  \ncard_id,review_time,review_rating,review_state,review_duration\n\n,,,,\n \n"
            + "q-1,1772366400000,3,2,4200\n\n",
        "card_id,review_time,review_rating,review_state,review_duration\n"
            + " q-1 , 1772366400000 , 3 , 2 , 4200 ,\n",
        "card_id,review_time,review_rating,review_state,review_duration\n"
            + "q-1,1772366400000.0,3.0,2.0,4200.0\n",
        ",card_id,review_time,review_rating,review_state,review_duration\n"
            + "0,q-1,1772366400000,3,2,4200\n"
      })
  void theSameIsWrittenInManyWays(String file) {
    assertThat(answers(file)).containsExactly(ANSWER);
    assertThat(rows(file).summary())
        .isEqualTo(new Summary(1, 0, 0, 0, ANSWER.studyDay(), ANSWER.studyDay(), List.of()));
  }

  @Test
  void readsWhatAByteOrderMarkAnnounces() {
    String file = HEADER + "王芳,1772366400000,3\n";
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      Reading reading = read(("\uFEFF" + file).getBytes(charset));
      assertThat(rows(reading).answers()).extracting(PastAnswer::card).containsExactly("王芳");
    }
  }

  @Test
  void optionalColumnsMayBeAbsentOrEmpty() {
    assertThat(answers(HEADER + "c,1772366400000,1\n")).singleElement().satisfies(this::isBare);
    assertThat(
            answers(
                "card_id,review_time,review_rating,review_state,review_duration\n"
                    + "c,1772366400000,1,,\n"))
        .singleElement()
        .satisfies(this::isBare);
    assertThat(
            answers(
                "card_id,review_time,review_rating,review_state,review_duration\n"
                    + "c,1772366400000,1\n"))
        .singleElement()
        .satisfies(this::isBare);
  }

  private void isBare(PastAnswer answer) {
    assertThat(answer.phase()).isNull();
    assertThat(answer.timeTaken()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, 0",
    "2026-03-01t12:00z, 0",
    "2026-03-01T20:00:00+08:00, 0",
    "2026-03-01 12:00:00+00:00, 0",
    "2026-03-01T20:00:00+0800, 0",
    "2026-03-01T20:00:00+08, 0",
    "2026-03-01T12:00:00.000999Z, 0",
    "2026-03-01T20:00:00, 1",
    "2026-03-01 20:00:00.000, 1"
  })
  void timesMayBeIso(String time, int local) {
    Reading.Rows rows = rows(HEADER + "c," + time + ",3\n");
    assertThat(rows.answers())
        .extracting(PastAnswer::at)
        .containsExactly(Instant.ofEpochMilli(NOON));
    assertThat(rows.summary().localTimes()).isEqualTo(local);
  }

  @Test
  void anAnswerBeforeTheRolloverCountsToTheDayBefore() {
    assertThat(answers(HEADER + "c,2026-03-02T03:59,3\nc,2026-03-02T04:00,3\n"))
        .extracting(PastAnswer::studyDay)
        .containsExactly(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', TIME_EMPTY",
        "yesterday, TIME_UNREADABLE",
        "2026-03-01, TIME_UNREADABLE",
        "2026-02-30T12:00:00Z, TIME_UNREADABLE",
        "01/03/2026 12:00, TIME_UNREADABLE",
        "99999999999999999999, TIME_UNREADABLE",
        "1772366400, TIME_IN_SECONDS",
        "1772366400000000, TIME_TOO_FINE",
        "1772366400000000000, TIME_UNREADABLE",
        "1.77237E+12, TIME_ROUNDED",
        "0, TIME_BEFORE_2000",
        "-1, TIME_BEFORE_2000",
        "1999-12-31T23:59:59Z, TIME_BEFORE_2000",
        "2026-03-11T12:00:01Z, TIME_IN_FUTURE"
      })
  void timesThatCannotBe(String time, Problem problem) {
    assertThat(findings(HEADER + "c,1772366400000,3\nc," + time + ",3\n"))
        .containsExactly(new CellFinding(3, "review_time", time, problem));
  }

  @Test
  void howSureSomebodyWasIsReadOrRefused() {
    String header = "card_id,review_time,review_rating,review_confidence\n";
    assertThat(
            answers(
                header
                    + "a,1772366400000,3,sure\nb,1772366400000,3,THINK_SO\nc,1772366400000,3,\n"))
        .extracting(PastAnswer::confidence)
        .containsExactly(Confidence.SURE, Confidence.THINK_SO, null);
    assertThat(findings(header + "c,1772366400000,3,certain\n"))
        .containsExactly(
            new CellFinding(2, "review_confidence", "certain", Problem.CONFIDENCE_UNKNOWN));
  }

  @Test
  void aDayAheadIsForgiven() {
    assertThat(answers(HEADER + "c,2026-03-11T12:00:00Z,3\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "5, RATING_UNKNOWN",
    "-1, RATING_UNKNOWN",
    "good, RATING_UNKNOWN",
    "2.5, RATING_UNKNOWN",
    "'', RATING_EMPTY"
  })
  void ratingsThatCannotBe(String rating, Problem problem) {
    assertThat(findings(HEADER + "c,1772366400000," + rating + "\n"))
        .containsExactly(new CellFinding(2, "review_rating", rating, problem));
  }

  @ParameterizedTest
  @CsvSource({
    "5, '', review_state, 5, STATE_UNKNOWN",
    "-1, '', review_state, -1, STATE_UNKNOWN",
    "new, '', review_state, new, STATE_UNKNOWN",
    "'', -1, review_duration, -1, DURATION_UNREADABLE",
    "'', 4.2, review_duration, 4.2, DURATION_UNREADABLE",
    "'', 4s, review_duration, 4s, DURATION_UNREADABLE"
  })
  void statesAndDurationsThatCannotBe(
      String state, String duration, String column, String value, Problem problem) {
    assertThat(
            findings(
                "card_id,review_time,review_rating,review_state,review_duration\n"
                    + "c,1772366400000,3,"
                    + state
                    + ","
                    + duration
                    + "\n"))
        .containsExactly(new CellFinding(2, column, value, problem));
  }

  @Test
  void aDurationIsBoundToAnInt() {
    assertThat(
            answers(
                "card_id,review_time,review_rating,review_duration\n"
                    + "c,1772366400000,3,600000\nd,1772366400000,3,99999999999\n"))
        .extracting(PastAnswer::timeTaken)
        .containsExactly(Duration.ofMinutes(10), Duration.ofMillis(Integer.MAX_VALUE));
  }

  @Test
  void cardsThatCannotBe() {
    String longest = "x".repeat(ReviewLogCsv.MAX_CARD_ID);
    assertThat(answers(HEADER + longest + ",1772366400000,3\n")).hasSize(1);
    assertThat(
            findings(
                HEADER
                    + longest
                    + "x,1772366400000,3\n"
                    + " ,1772366400000,3\n"
                    + "\"a\n"
                    + "b\",1772366400000,3\n"
                    + "c\0d,1772366400000,3\n"))
        .containsExactly(
            new CellFinding(2, "card_id", longest, Problem.CARD_TOO_LONG),
            new CellFinding(3, "card_id", "", Problem.CARD_EMPTY),
            new CellFinding(4, "card_id", "a\nb", Problem.CARD_UNPRINTABLE),
            new CellFinding(6, "card_id", "c\0d", Problem.CARD_UNPRINTABLE));
  }

  @Test
  void everyCellOfARowIsReported() {
    Reading.Rows rows =
        rows(
            "review_state,card_id,review_time,review_rating\n"
                + "2,c,1772366400000,3\n\n9,,then,7,what\n");
    assertThat(rows.answers()).hasSize(1);
    assertThat(rows.findings().rows()).isEqualTo(1);
    assertThat(rows.findings().first())
        .containsExactlyInAnyOrder(
            new CellFinding(4, "review_state", "9", Problem.STATE_UNKNOWN),
            new CellFinding(4, "card_id", "", Problem.CARD_EMPTY),
            new CellFinding(4, "review_time", "then", Problem.TIME_UNREADABLE),
            new CellFinding(4, "review_rating", "7", Problem.RATING_UNKNOWN),
            new CellFinding(4, "", "what", Problem.CELL_WITHOUT_HEADING));
  }

  @Test
  void linesAreThoseOfTheFile() {
    String file =
        "card_id,review_time,review_rating,note\r\n\r\n"
            + "c,1772366400000,3,\"two\r\nlines\"\r\n\r\nc,1772366400000,x,\r\n";
    assertThat(findings(file)).extracting(CellFinding::line).containsExactly(6L);
  }

  @Test
  void onlyTheFirstFindingsAreKept() {
    Findings findings = rows(HEADER + "c,x,9\n".repeat(1000)).findings();
    assertThat(findings.first()).hasSize(Findings.KEPT);
    assertThat(findings.first().getLast().line()).isEqualTo(101);
    assertThat(findings.total()).isEqualTo(2000);
    assertThat(findings.rows()).isEqualTo(1000);
  }

  @Test
  void whatIsFoundIsShortened() {
    assertThat(findings(HEADER + "c," + "9".repeat(500) + ",3\n").getFirst().value())
        .hasSize(40)
        .endsWith("9…");
  }

  @Test
  void manualRowsAreCountedAndLeftOut() {
    Reading.Rows rows = rows(HEADER + "c,1772366400000,3\nc,nonsense,0\nd,1772366400001,0.0\n");
    assertThat(rows.answers()).hasSize(1);
    assertThat(rows.summary().manual()).isEqualTo(2);
    assertThat(rows.findings().isEmpty()).isTrue();
  }

  @Test
  void theSameCardAndInstantCountsOnce() {
    Reading.Rows rows =
        rows(
            HEADER
                + "c,1772366400000,3\n"
                + "d,1772366400000,3\n"
                + "c,2026-03-01T12:00Z,1\n"
                + "c,1772366400001,2\n");
    assertThat(rows.answers()).extracting(PastAnswer::rating).containsExactly(3, 3, 2);
    assertThat(rows.summary().repeated()).isEqualTo(1);
    assertThat(rows.summary().rows()).isEqualTo(4);
  }

  @Test
  void unknownColumnsAreNamed() {
    assertThat(
            rows("deck,card_id,review_time,,review_rating,Factor \nx,c,1772366400000,,3,2500\n")
                .summary()
                .unknownColumns())
        .containsExactly("deck", "Factor");
  }

  @Test
  void theFirstAndLastDayAreThoseOfTheAnswers() {
    Summary summary =
        rows(HEADER + "c,2026-03-01T12:00Z,3\nc,2024-02-29T12:00Z,3\nc,2025-01-01T12:00Z,9\n")
            .summary();
    assertThat(summary.firstDay()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(summary.lastDay()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void anApostropheBeforeAFormulaIsNotOfTheId() {
    assertThat(
            answers(HEADER + "'=1+1,1772366400000,3\n'tis,1772366400000,3\n-12,1772366400000,3\n"))
        .extracting(PastAnswer::card)
        .containsExactly("=1+1", "'tis", "-12");
  }

  @Test
  void aHeaderIsNeeded() {
    assertThat(read("id,review_time,grade\n1,1772366400000,3\n"))
        .isEqualTo(
            new Reading.MissingColumns(
                List.of("card_id", "review_rating"), List.of("id", "review_time", "grade")));
    assertThat(read("17,1772366400000,3\n"))
        .isInstanceOfSatisfying(
            Reading.MissingColumns.class, refused -> assertThat(refused.missing()).hasSize(3));
    assertThat(read("card_id,review_time,review_rating,Card_ID\n"))
        .isEqualTo(new Reading.DoubleColumn("card_id"));
  }

  @Test
  void withoutRowsThereIsNothingToTake() {
    assertThat(read("")).isEqualTo(new Reading.NoRows());
    assertThat(read(" \n\n")).isEqualTo(new Reading.NoRows());
    assertThat(read(HEADER)).isEqualTo(new Reading.NoRows());
    assertThat(read("\uFEFF")).isEqualTo(new Reading.NoRows());
  }

  @Test
  void otherEncodingsAreRefusedRatherThanGuessed() {
    String file = HEADER + "Übung,1772366400000,3\n";
    assertThat(read(file.getBytes(ISO_8859_1))).isEqualTo(new Reading.NotText());
    String late = HEADER + "c,1772366400000,3\n".repeat(20_000) + "Übung,1772366400000,3\n";
    assertThat(read(late.getBytes(ISO_8859_1))).isEqualTo(new Reading.NotText());
    assertThat(read(new byte[] {'P', 'K', 3, 4, (byte) 0x9c, 0, 0}))
        .isEqualTo(new Reading.NotText());
  }

  @Test
  void aQuoteThatNobodyClosesIsFoundWhereItOpens() {
    String rows = "d,1772366400000,3\n".repeat(10_000);
    assertThat(read(HEADER + "c,1772366400000,3\n\"c,1772366400000,3\n" + rows))
        .isEqualTo(new Reading.BrokenRow(3));
    assertThat(read(HEADER + "\n\"a\nb\",1772366400000,3\n\n\"c,1772366400000,3\n"))
        .isEqualTo(new Reading.BrokenRow(6));
  }

  @Test
  @Tag("slow")
  void aFileThatIsTooLargeIsNotReadToItsEnd() throws IOException {
    try (InputStream endless = new Endless()) {
      assertThat(ReviewLogCsv.read(endless, SHANGHAI, NOW)).isEqualTo(new Reading.TooLarge());
    }
  }

  @Test
  @Tag("slow")
  void rowsAreLimited() {
    String most =
        IntStream.range(0, ReviewLogCsv.MAX_ROWS)
            .mapToObj(i -> "c," + (NOON + i) + ",3\n")
            .collect(Collectors.joining("", HEADER, ""));
    assertThat(answers(most)).hasSize(ReviewLogCsv.MAX_ROWS);
    assertThat(read(most + "c,1772366400000,3\n"))
        .isEqualTo(new Reading.TooManyRows(ReviewLogCsv.MAX_ROWS));
  }

  /** A header, then empty lines for ever. */
  private static final class Endless extends InputStream {

    private int at;

    @Override
    public int read() {
      return at < HEADER.length() ? HEADER.charAt(at++) : '\n';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      for (int i = 0; i < length; i++) {
        buffer[offset + i] = (byte) read();
      }
      return length;
    }
  }

  private static List<PastAnswer> answers(String file) {
    Reading.Rows rows = rows(file);
    assertThat(rows.findings().first()).isEmpty();
    return rows.answers();
  }

  private static List<CellFinding> findings(String file) {
    return rows(file).findings().first();
  }

  private static Reading.Rows rows(String file) {
    return rows(read(file));
  }

  private static Reading.Rows rows(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Rows.class);
    return (Reading.Rows) reading;
  }

  private static Reading read(String file) {
    return read(file.getBytes(UTF_8));
  }

  private static Reading read(byte[] file) {
    try {
      return ReviewLogCsv.read(new ByteArrayInputStream(file), SHANGHAI, NOW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
