package app.keypoint.cohort.ui;

import app.keypoint.cohort.Dashboard;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Quiz;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.time.StudyCalendar;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cohort's table as CSV (RFC 4180) in UTF-8. Starts with a byte order mark, without which
 * spreadsheets take the names for another encoding. Figures are plain numbers with a dot, shares
 * from 0 to 1, dates ISO 8601; what is unknown is empty.
 */
final class CohortCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int SHARE_DIGITS = 4;
  private static final Pattern PARTS = Pattern.compile("(?<=[;,])");
  private static final Pattern FORMULA = Pattern.compile("[\"'\\s]*[=+\\-@\t\r\n＝＋－＠]");

  private final CohortTexts words;
  private final StudyCalendar calendar;

  /**
   * @param words for the headings and nudges
   * @param calendar whose days the dates are
   */
  CohortCsv(CohortTexts words, StudyCalendar calendar) {
    this.words = words;
    this.calendar = calendar;
  }

  /** A name for the file, safe on every system. */
  static String fileName(String cohort, LocalDate day) {
    String words = cohort.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return (words.isEmpty() ? "cohort" : words) + "-" + day + ".csv";
  }

  /** The whole file. */
  byte[] write(Dashboard dashboard) {
    return write(
        headings(dashboard.quizzes()),
        dashboard.members().stream().map(member -> row(dashboard.quizzes(), member)).toList());
  }

  /** A file of cells in which whatever people wrote went through {@link #text}. */
  static byte[] write(List<String> headings, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
      csv.writeRecord(headings);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> headings(List<Quiz> quizzes) {
    List<String> headings = new ArrayList<>();
    for (String key :
        List.of(
            "name",
            "joined",
            "last-seen",
            "due",
            "overdue",
            "cards",
            "mature",
            "retained",
            "reviews",
            "nudges")) {
      headings.add(words.of("cohort.csv." + key));
    }
    for (Quiz quiz : quizzes) {
      headings.add(text(words.of("cohort.csv.attempts", quiz.title())));
      headings.add(text(words.of("cohort.csv.best", quiz.title())));
      for (KeyPoint point : quiz.keyPoints()) {
        headings.add(text(words.of("cohort.csv.point", point.title())));
      }
    }
    return headings;
  }

  private List<String> row(List<Quiz> quizzes, Dashboard.Member member) {
    List<String> row = new ArrayList<>();
    row.add(text(member.name()));
    row.add(member.joined().toString());
    row.add(member.lastSeen() == null ? "" : calendar.dayOf(member.lastSeen()).toString());
    row.add(Integer.toString(member.load().due()));
    row.add(Integer.toString(member.load().overdue()));
    row.add(Integer.toString(member.load().cards()));
    row.add(Integer.toString(member.load().mature()));
    row.add(share(member.retained().rate()));
    row.add(Integer.toString(member.retained().reviews()));
    row.add(
        text(
            member.nudges().stream()
                .map(nudge -> NudgeText.reason(words, nudge))
                .collect(Collectors.joining("; "))));
    for (Quiz quiz : quizzes) {
      QuizStanding standing = member.standingOf(quiz);
      row.add(Integer.toString(standing == null ? 0 : standing.finished()));
      row.add(share(standing == null ? null : standing.best()));
      for (KeyPointMastery point : member.masteryOf(quiz)) {
        row.add(point.cards() == 0 ? "" : share(point.retained()));
      }
    }
    return row;
  }

  private static String share(@Nullable Double share) {
    return share == null
        ? ""
        : BigDecimal.valueOf(share)
            .setScale(SHARE_DIGITS, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  /**
   * Text written by others, which a spreadsheet must not run: what could start a formula gets an
   * apostrophe in front, also where a spreadsheet that splits lists elsewhere sees another cell.
   */
  static String text(String text) {
    return PARTS
        .splitAsStream(text)
        .map(part -> FORMULA.matcher(part).lookingAt() ? "'" + part : part)
        .collect(Collectors.joining());
  }
}
