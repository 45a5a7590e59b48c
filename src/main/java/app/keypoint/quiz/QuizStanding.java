package app.keypoint.quiz;

import app.keypoint.content.Quiz;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands with a quiz; kept up to date with each answer, so that reading it never
 * reads attempts.
 *
 * @param finished attempts finished
 * @param best best share of marks, 0..1; null before the first finished attempt
 * @param openAttempt the attempt to resume, or null
 * @param answered questions answered in the open attempt
 * @param total questions in the open attempt
 * @param savedAt when an answer was last saved
 */
public record QuizStanding(
    long learnerId,
    String quizId,
    int finished,
    @Nullable Double best,
    @Nullable Long openAttempt,
    int answered,
    int total,
    @Nullable Instant savedAt) {

  /** How many of these quizzes somebody with these standings has finished at least once. */
  public static int finishedOf(Collection<Quiz> quizzes, Map<String, QuizStanding> standings) {
    return (int)
        quizzes.stream()
            .map(quiz -> standings.get(quiz.id()))
            .filter(standing -> standing != null && standing.finished() > 0)
            .count();
  }
}
