package app.keypoint.quiz;

import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.validation.annotation.Validated;

/** What other features read of quizzes taken. */
@Validated
public interface QuizStandings {

  /** A learner's standing per quiz id; quizzes never started are absent. One query. */
  Map<String, QuizStanding> of(long learnerId);

  /** The same for many learners; one query. */
  Map<Long, Map<String, QuizStanding>> of(
      @Size(max = Accounts.MOST_AT_ONCE) Collection<Long> learnerIds);

  /**
   * Facility (mean marks, 0..1) per question over the first finished attempt of each of these
   * learners, for the current series of served questions; one query.
   */
  List<Facility> facility(@Size(max = Accounts.MOST_AT_ONCE) Collection<Long> learnerIds);

  /**
   * Source: statistics.md, facility.
   *
   * @param attempts how many first attempts the figure rests on
   * @param mean mean marks over them, 0..1
   */
  record Facility(String questionId, int attempts, double mean) {}
}
