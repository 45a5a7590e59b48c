package app.keypoint.quiz;

import app.keypoint.content.grading.ConfidenceTally;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Published in the transaction that saves an answer.
 *
 * @param day the learner's study day to which it counts
 * @param confidence how sure the learner was, and whether it is right
 */
public record QuizAnswered(long learnerId, Instant at, LocalDate day, ConfidenceTally confidence) {

  /** When the learner did not say how sure they are. */
  public QuizAnswered(long learnerId, Instant at, LocalDate day) {
    this(learnerId, at, day, ConfidenceTally.NONE);
  }
}
