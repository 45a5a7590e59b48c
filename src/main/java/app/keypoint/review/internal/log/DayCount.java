package app.keypoint.review.internal.log;

import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import java.time.Duration;

/**
 * What an entry of the log adds to the counters of its study day; an undo takes the same away. The
 * counters are described in {@link LearnerDayEntity}.
 */
public record DayCount(
    int answers,
    int cleared,
    int dueDone,
    int introduced,
    int reviews,
    int remembered,
    long millis,
    long queueMillis,
    ConfidenceTally confidence,
    ImportedCount brought) {

  public static final DayCount NONE = quizAnswers(0, ConfidenceTally.NONE);

  /** Answers in quizzes. */
  public static DayCount quizAnswers(int answers, ConfidenceTally confidence) {
    return new DayCount(answers, 0, 0, 0, 0, 0, 0, 0, confidence, ImportedCount.NONE);
  }

  public static DayCount of(LogEntry entry) {
    if (!entry.kind.reviewAnswer()) {
      return NONE;
    }
    boolean first = !entry.before.seenOn(entry.studyDay);
    boolean fresh = entry.before.fresh();
    ConfidenceTally said = ConfidenceTally.of(entry.confidence, !entry.grade().lapse());
    if (!entry.kind.queueAnswer()) {
      // A due card that was practised has been asked: it is one of those that the limit allows.
      boolean due = !fresh && !entry.before.comesUp().isAfter(entry.studyDay);
      return new DayCount(
          1, 0, count(first && due), 0, 0, 0, entry.millis, 0, said, ImportedCount.NONE);
    }
    boolean learned = entry.kind == StepKind.SCHEDULED && entry.before.intervalDays() > 0;
    return new DayCount(
        1,
        count(entry.after.comesUp().isAfter(entry.studyDay)),
        count(first && !fresh),
        count(fresh),
        count(learned),
        count(learned && !entry.grade().lapse()),
        entry.millis,
        entry.millis,
        said,
        ImportedCount.NONE);
  }

  /** What an answer brought from elsewhere adds: it was never in the queue of a day here. */
  public static DayCount of(PastAnswer answer) {
    boolean review = answer.phase() == Phase.REVIEW;
    boolean right = answer.rating() > 1;
    Duration taken = answer.timeTaken();
    ImportedCount brought =
        new ImportedCount(
            1, count(review), count(review && right), taken == null ? 0 : taken.toMillis());
    return new DayCount(
        brought.answers(),
        0,
        0,
        0,
        brought.reviews(),
        brought.remembered(),
        brought.millis(),
        0,
        ConfidenceTally.of(answer.confidence(), right),
        brought);
  }

  private static int count(boolean counts) {
    return counts ? 1 : 0;
  }

  public DayCount plus(DayCount other) {
    return new DayCount(
        answers + other.answers,
        cleared + other.cleared,
        dueDone + other.dueDone,
        introduced + other.introduced,
        reviews + other.reviews,
        remembered + other.remembered,
        millis + other.millis,
        queueMillis + other.queueMillis,
        confidence.plus(other.confidence),
        brought.plus(other.brought));
  }

  public DayCount negated() {
    return new DayCount(
        -answers,
        -cleared,
        -dueDone,
        -introduced,
        -reviews,
        -remembered,
        -millis,
        -queueMillis,
        confidence.negated(),
        brought.negated());
  }

  public boolean isZero() {
    return equals(NONE);
  }
}
