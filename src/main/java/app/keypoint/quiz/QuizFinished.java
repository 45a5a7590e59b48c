package app.keypoint.quiz;

import java.time.Instant;
import java.util.List;

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

  /** How one question went. */
  public record Result(String questionId, boolean right) {}
}
