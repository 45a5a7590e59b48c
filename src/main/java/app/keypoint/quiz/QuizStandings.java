package app.keypoint.quiz;

import app.keypoint.content.Quiz;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds);

  /**
   * Facility (mean marks, 0..1) per question over the first finished attempt of each of these
   * learners, for the current series of served questions; one query.
   */
  List<Facility> facility(@Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds);

  /**
   * Source: statistics.md, facility.
   *
   * @param attempts how many first finished attempts the figure rests on
   * @param mean mean marks over them, 0..1
   */
  record Facility(String questionId, int attempts, double mean) {}

  /** When these learners finished these quizzes, each attempt that they finished; one query. */
  List<Finish> finishes(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds);

  /**
   * An attempt that came to its end.
   *
   * @param marks got, of so many at most
   */
  record Finish(long learnerId, String quizId, Instant at, double marks, int max) {

    private static final double ROUNDING = 1e-9;

    /** Whether it got at least this share of the marks, 0..1. */
    public boolean reaches(double share) {
      return marks + ROUNDING >= share * max;
    }
  }
}
