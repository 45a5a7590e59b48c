package app.keypoint.review.statistics;

import app.keypoint.content.grading.ConfidenceTally;
import java.time.Duration;
import java.time.LocalDate;

/**
 * A learner's study day in figures.
 *
 * @param answers review answers, drill included, and answers in quizzes
 * @param cleared review answers after which the card left the day's queue
 * @param timeTaken by review answers; those in quizzes are not timed
 * @param queueTime the part of it that answers of the day's queue took: neither practice nor what
 *     was brought from elsewhere
 * @param confidence how sure the learner was of which answers, and how many of them were right
 * @param brought the part of it that was brought from elsewhere
 */
public record DayActivity(
    LocalDate day,
    int answers,
    int cleared,
    Retention retention,
    Duration timeTaken,
    Duration queueTime,
    ConfidenceTally confidence,
    Brought brought) {

  /** Answers that were not given here. */
  public record Brought(int answers, Retention retention, Duration timeTaken) {
    public static final Brought NONE = new Brought(0, Retention.NONE, Duration.ZERO);
  }

  /**
   * Without the answers that were brought: a file can say anything. How sure the learner was is
   * told of all.
   */
  public DayActivity here() {
    return new DayActivity(
        day,
        answers - brought.answers(),
        cleared,
        retention.minus(brought.retention()),
        timeTaken.minus(brought.timeTaken()),
        queueTime,
        confidence,
        Brought.NONE);
  }
}
