package app.keypoint.interchange;

import app.keypoint.content.grading.Confidence;
import app.keypoint.interchange.CellFinding.Problem;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.time.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file, one after the other, and keeps the account of them. */
final class RowReader {

  private record Seen(String card, Instant at) {}

  private final Header header;
  private final StudyCalendar calendar;
  private final ReviewTime.Reader times;

  private final List<PastAnswer> answers = new ArrayList<>();
  private final Set<Seen> seen = new HashSet<>();

  /** One string for each card instead of one for each row. */
  private final Map<String, String> cards = new HashMap<>();

  private final List<CellFinding> findings = new ArrayList<>();
  private int totalFindings;
  private int flawedRows;
  private int rows;
  private int manual;
  private int repeated;
  private int localTimes;

  RowReader(Header header, StudyCalendar calendar, Instant now) {
    this.header = header;
    this.calendar = calendar;
    this.times = new ReviewTime.Reader(calendar.zone(), now);
  }

  int rows() {
    return rows;
  }

  /**
   * @param line where the row starts, from 1
   */
  void take(long line, List<String> row) {
    rows++;
    Long rated = WholeNumber.of(header.cell(row, LogColumn.REVIEW_RATING));
    if (rated != null && rated == 0) {
      manual++;
      return;
    }
    int before = totalFindings;
    String card = card(line, row);
    ReviewTime time = time(line, row);
    int rating = rating(line, row);
    Phase phase = phase(line, row);
    Duration duration = duration(line, row);
    Confidence confidence = confidence(line, row);
    for (int i = header.size(); i < row.size(); i++) {
      if (!row.get(i).isBlank()) {
        found(new CellFinding(line, "", row.get(i), Problem.CELL_WITHOUT_HEADING));
      }
    }
    if (totalFindings > before) {
      flawedRows++;
    } else if (time instanceof ReviewTime.At(Instant at, boolean local)) {
      if (seen.add(new Seen(card, at))) {
        localTimes += local ? 1 : 0;
        answers.add(
            new PastAnswer(card, at, calendar.dayOf(at), rating, phase, duration, confidence));
      } else {
        repeated++;
      }
    }
  }

  Reading result() {
    return rows == 0
        ? new Reading.NoRows()
        : new Reading.Rows(answers, summary(), new Findings(findings, totalFindings, flawedRows));
  }

  private Summary summary() {
    return new Summary(
        rows,
        manual,
        repeated,
        localTimes,
        answers.stream().map(PastAnswer::studyDay).min(LocalDate::compareTo).orElse(null),
        answers.stream().map(PastAnswer::studyDay).max(LocalDate::compareTo).orElse(null),
        header.unknown());
  }

  private String card(long line, List<String> row) {
    String cell = header.cell(row, LogColumn.CARD_ID);
    String card = CardIds.read(cell);
    if (card.isEmpty()) {
      found(line, LogColumn.CARD_ID, cell, Problem.CARD_EMPTY);
    } else if (card.length() > ReviewLogCsv.MAX_CARD_ID) {
      found(line, LogColumn.CARD_ID, cell, Problem.CARD_TOO_LONG);
    } else if (card.chars().anyMatch(Character::isISOControl)) {
      found(line, LogColumn.CARD_ID, cell, Problem.CARD_UNPRINTABLE);
    }
    return cards.computeIfAbsent(card, same -> same);
  }

  private ReviewTime time(long line, List<String> row) {
    String cell = header.cell(row, LogColumn.REVIEW_TIME);
    ReviewTime time = times.read(cell);
    if (time instanceof ReviewTime.Wrong(Problem problem)) {
      found(line, LogColumn.REVIEW_TIME, cell, problem);
    }
    return time;
  }

  /** 1..4; any number where there is a finding. */
  private int rating(long line, List<String> row) {
    String cell = header.cell(row, LogColumn.REVIEW_RATING);
    Long rating = WholeNumber.of(cell);
    if (rating != null && rating >= 1 && rating <= 4) {
      return rating.intValue();
    }
    found(
        line,
        LogColumn.REVIEW_RATING,
        cell,
        cell.isEmpty() ? Problem.RATING_EMPTY : Problem.RATING_UNKNOWN);
    return 0;
  }

  private @Nullable Phase phase(long line, List<String> row) {
    return optional(line, row, LogColumn.REVIEW_STATE, Problem.STATE_UNKNOWN, RowReader::phase);
  }

  private static @Nullable Phase phase(String cell) {
    Long state = WholeNumber.of(cell);
    return state == null || state < 0 || state >= Phase.values().length
        ? null
        : Phase.values()[state.intValue()];
  }

  private @Nullable Duration duration(long line, List<String> row) {
    return optional(
        line, row, LogColumn.REVIEW_DURATION, Problem.DURATION_UNREADABLE, RowReader::duration);
  }

  /** No longer than an int of milliseconds, which is 24 days and longer than anybody thinks. */
  private static @Nullable Duration duration(String cell) {
    Long millis = WholeNumber.of(cell);
    return millis == null || millis < 0
        ? null
        : Duration.ofMillis(Math.min(millis, Integer.MAX_VALUE));
  }

  private @Nullable Confidence confidence(long line, List<String> row) {
    return optional(
        line,
        row,
        LogColumn.REVIEW_CONFIDENCE,
        Problem.CONFIDENCE_UNKNOWN,
        cell ->
            Arrays.stream(Confidence.values())
                .filter(confidence -> confidence.name().equalsIgnoreCase(cell))
                .findFirst()
                .orElse(null));
  }

  /** What a cell says that may be empty; null also of one that says nothing known. */
  private <T> @Nullable T optional(
      long line,
      List<String> row,
      LogColumn column,
      Problem problem,
      Function<String, @Nullable T> read) {
    String cell = header.cell(row, column);
    if (cell.isEmpty()) {
      return null;
    }
    T said = read.apply(cell);
    if (said == null) {
      found(line, column, cell, problem);
    }
    return said;
  }

  private void found(long line, LogColumn column, String value, Problem problem) {
    found(new CellFinding(line, column.title(), value, problem));
  }

  private void found(CellFinding finding) {
    totalFindings++;
    if (findings.size() < Findings.KEPT) {
      findings.add(finding);
    }
  }
}
