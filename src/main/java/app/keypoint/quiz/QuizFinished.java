package app.keypoint.quiz;

import app.keypoint.content.grading.Confidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that finishes an attempt.
 *
 * @param score marks got
 * @param max marks to be had
 */
public record QuizFinished(
    long attemptId,
    long learnerId,
    String quizId,
    Instant at,
    double score,
    int max,
    List<Result> results) {

  /**
   * How one question went.
   *
   * @param confidence how sure the learner said they were, or null
   */
  public record Result(String questionId, boolean right, @Nullable Confidence confidence) {

    /** When the learner did not say how sure they are. */
    public Result(String questionId, boolean right) {
      this(questionId, right, null);
    }
  }
}
