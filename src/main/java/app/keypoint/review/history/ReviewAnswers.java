package app.keypoint.review.history;

import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.identity.Accounts;
import app.keypoint.review.StepKind;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * What learners answered in reviews and practice, one by one, without what they took back. The
 * caller makes sure that learners and quizzes are theirs, and holds a transaction while answers are
 * told.
 */
@Validated
public interface ReviewAnswers {

  /** The versions of questions that they answered; one query. */
  Set<Long> versions(
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds);

  /**
   * Tells each answer to a question of these quizzes: learner by learner as they are named here, a
   * learner's in their order. One query, whose rows are read as they are told.
   */
  void each(
      @Size(max = Accounts.MAX_AT_ONCE) List<Long> learnerIds,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds,
      Consumer<? super ReviewAnswer> answer);

  /**
   * On which study days, both ends included, a learner answered questions of these quizzes. One
   * query.
   */
  Set<LocalDate> days(
      long learnerId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds,
      LocalDate from,
      LocalDate to);

  /**
   * A learner's answers of a study day to questions of these quizzes, in their order, with the card
   * before and after each. One query.
   *
   * @param skipped how many to leave out first
   * @param most how many at most
   */
  List<WithCard> ofDay(
      long learnerId,
      LocalDate day,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds,
      long skipped,
      int most);

  /** An answer and what it did. */
  record WithCard(ReviewAnswer answer, Memory before, Memory after) {}

  /**
   * What a card's schedule was.
   *
   * @param easiness in hundredths
   * @param difficulty FSRS's 1..10, or 0 under SM-2 or before the first answer
   */
  record Memory(int intervalDays, LocalDate due, int easiness, double difficulty) {}

  /**
   * An answer.
   *
   * @param kind one of which {@link StepKind#reviewAnswer} holds
   * @param questionVersionId null for old ones
   * @param response null for old ones
   * @param grade q of SM-2; from 3 on it was remembered
   */
  record ReviewAnswer(
      long learnerId,
      String quizId,
      String questionId,
      StepKind kind,
      @Nullable Long questionVersionId,
      @Nullable Response response,
      int grade,
      Instant at,
      Duration timeTaken) {}
}
