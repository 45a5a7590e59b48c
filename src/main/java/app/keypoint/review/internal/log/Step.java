package app.keypoint.review.internal.log;

import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.internal.schedule.AnswerContext;
import app.keypoint.review.internal.schedule.Smoothing;
import app.keypoint.scheduling.Scheduler;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A step of a learner, who is held until the transaction ends. Only {@link LogWriter} makes one, so
 * whoever can write has locked first; what was read before may have changed.
 *
 * @param number rises with each of the learner's steps
 * @param day the learner's study day of {@code at}
 * @param preferences as they are under the lock
 */
public record Step(
    long learnerId, long number, Instant at, LocalDate day, ReviewPreferences preferences) {

  public Scheduler scheduler() {
    return AnswerContexts.scheduler(preferences);
  }

  /** For what is not smoothed: answers in a quiz and actions. */
  public AnswerContext context() {
    return new AnswerContext(day, at, scheduler(), Smoothing.NONE);
  }
}
