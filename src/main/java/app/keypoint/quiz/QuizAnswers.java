package app.keypoint.quiz;

import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * What learners answered in attempts at quizzes, one by one. The caller makes sure that learners
 * and quizzes are theirs, and holds a transaction while answers are told.
 */
@Validated
public interface QuizAnswers {

  /** The versions of questions that they answered; one query. */
  Set<Long> versions(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds);

  /**
   * Tells each answer, also of attempts that are not finished: learner by learner as they are named
   * here, a learner's in their order. One query, whose rows are read as they are told.
   */
  void each(
      @Size(max = Accounts.MAX_AT_ONCE) List<Long> learnerIds,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds,
      Consumer<? super QuizAnswer> answer);

  /**
   * An answer.
   *
   * @param attempt the learner's first at the quiz is 1
   * @param state whether that attempt counts
   * @param marks 0..1
   * @param timeTaken null where it was not measured
   */
  record QuizAnswer(
      long learnerId,
      String quizId,
      int attempt,
      Attempt.State state,
      long questionVersionId,
      @Nullable Response response,
      double marks,
      Instant at,
      @Nullable Duration timeTaken) {}
}
