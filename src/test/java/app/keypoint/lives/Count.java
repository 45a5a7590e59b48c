package app.keypoint.lives;

import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.scheduling.Grade;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer adds to its day.
 *
 * @param cleared cards that left the queue
 * @param dueDone due cards asked
 * @param begun new cards
 * @param reviews answers to learned cards
 * @param millis time of the queue
 */
record Count(
    int answers, int cleared, int dueDone, int begun, int reviews, int remembered, long millis) {

  static final Count NONE = new Count(0, 0, 0, 0, 0, 0, 0);

  /** One that says nothing of a queue. */
  static final Count ANSWER = new Count(1, 0, 0, 0, 0, 0, 0);

  static Count of(
      StepKind what, State before, State after, LocalDate day, @Nullable Grade grade, long millis) {
    boolean asked = !before.isFresh() && !before.seenOn(day);
    if (!what.queueAnswer()) {
      boolean due = asked && !before.comesUp().isAfter(day);
      return what == StepKind.PRACTICE ? new Count(1, 0, one(due), 0, 0, 0, 0) : NONE;
    }
    boolean learned = what == StepKind.SCHEDULED && before.memory().intervalDays() > 0;
    return new Count(
        1,
        one(after.comesUp().isAfter(day)),
        one(asked),
        one(before.isFresh()),
        one(learned),
        one(learned && !grade.lapse()),
        millis);
  }

  static Count of(PastAnswer answer) {
    boolean review = answer.phase() == Phase.REVIEW;
    return new Count(1, 0, 0, 0, one(review), one(review && answer.rating() > 1), 0);
  }

  private static int one(boolean counts) {
    return counts ? 1 : 0;
  }

  Count plus(Count o) {
    return new Count(
        answers + o.answers,
        cleared + o.cleared,
        dueDone + o.dueDone,
        begun + o.begun,
        reviews + o.reviews,
        remembered + o.remembered,
        millis + o.millis);
  }
}
