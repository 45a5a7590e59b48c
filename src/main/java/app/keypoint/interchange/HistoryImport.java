package app.keypoint.interchange;

import app.keypoint.identity.Account;
import app.keypoint.review.history.ImportRefused;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.history.ReviewHistory.Addition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Brings a review log into a learner's history, in two steps. Each reads the file anew, so that
 * nobody's memory holds half a million answers while a learner thinks.
 */
public final class HistoryImport {

  private final ReviewHistory history;
  private final Clock clock;

  public HistoryImport(ReviewHistory history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /**
   * Says what {@link #run} would do; changes nothing.
   *
   * @throws IOException when the file cannot be read
   */
  public Preview preview(Account learner, Path file) throws IOException {
    return switch (read(learner, file)) {
      case Reading.Refused reason -> new Preview.Declined(reason);
      case Reading.Rows rows -> offer(learner, rows);
    };
  }

  private Preview offer(Account learner, Reading.Rows rows) {
    try {
      return new Preview.Offer(
          rows.summary(), rows.findings(), history.preview(learner, rows.answers()));
    } catch (ImportRefused e) {
      return new Preview.Refused(e);
    }
  }

  /**
   * Imports a file: all of its answers, or nothing.
   *
   * @param skipFlawed whether to leave out rows with findings
   * @throws ImportRefused when another import is under way, or it is more than is allowed
   * @throws IllegalStateException when the file cannot be imported, or has findings that are not to
   *     be skipped
   * @throws IOException when the file cannot be read
   */
  public Addition run(Account learner, Path file, boolean skipFlawed) throws IOException {
    if (read(learner, file) instanceof Reading.Rows rows
        && (skipFlawed || rows.findings().isEmpty())) {
      return history.add(learner, rows.answers());
    }
    throw new IllegalStateException("Not a review log without findings");
  }

  private Reading read(Account learner, Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return ReviewLogCsv.read(content, learner.calendar(), clock.instant(), history.mostAtOnce());
    }
  }
}
