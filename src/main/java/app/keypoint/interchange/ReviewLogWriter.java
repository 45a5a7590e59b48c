package app.keypoint.interchange;

import app.keypoint.content.grading.Confidence;
import app.keypoint.review.history.PastAnswer;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Writes a review log that {@link ReviewLogCsv} and optimisers of FSRS read: UTF-8 without a byte
 * order mark, which not all of those know; times in milliseconds since 1970; unknown is empty. Card
 * ids that a spreadsheet could run as a formula get an apostrophe in front, which reading takes off
 * again.
 */
public final class ReviewLogWriter {

  private ReviewLogWriter() {}

  /** A name for the file, safe on every system. */
  public static String fileName(LocalDate day) {
    return "keypoint-review-log-" + day + ".csv";
  }

  /** Writes the file row by row and leaves the stream open. */
  public static void write(Iterable<PastAnswer> answers, OutputStream target) throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .build(target, StandardCharsets.UTF_8);
    csv.writeRecord(LogColumn.titles());
    for (PastAnswer answer : answers) {
      csv.writeRecord(row(answer));
    }
    csv.flush();
  }

  private static List<String> row(PastAnswer answer) {
    PastAnswer.Phase phase = answer.phase();
    Duration taken = answer.timeTaken();
    Confidence confidence = answer.confidence();
    return List.of(
        CardIds.written(answer.card()),
        Long.toString(answer.at().toEpochMilli()),
        Integer.toString(answer.rating()),
        phase == null ? "" : Integer.toString(phase.ordinal()),
        taken == null ? "" : Long.toString(taken.toMillis()),
        confidence == null ? "" : confidence.name().toLowerCase(Locale.ROOT));
  }
}
