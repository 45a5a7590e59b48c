package app.keypoint.cohort.internal.assignment;

import app.keypoint.quiz.QuizStandings.Finish;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an extension and a finished attempt are found by within a cohort. */
public record QuizOfLearner(String quizId, long learnerId) {

  /** Until when those have who have more time. */
  static Map<QuizOfLearner, Instant> extended(Collection<ExtensionEntity> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> new QuizOfLearner(row.quizId, row.learnerId), row -> row.dueAt));
  }

  public static Map<QuizOfLearner, List<Finish>> finished(Collection<Finish> finishes) {
    return finishes.stream()
        .collect(
            Collectors.groupingBy(
                finish -> new QuizOfLearner(finish.quizId(), finish.learnerId())));
  }
}
