package app.keypoint.cohort;

import app.keypoint.access.Own;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.Deadline;
import app.keypoint.review.history.ReviewAnswers.WithCard;
import app.keypoint.review.statistics.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a member did in the quizzes of a cohort. Every method wants the role of an instructor,
 * answers {@link app.keypoint.identity.GoneException} to whoever does not run the cohort and about
 * whoever is no member, and is a look at a named learner: it is recorded, unless it says otherwise.
 * How sure somebody said they were is left out: that is theirs (ADR 143).
 */
public interface LearnerHistories {

  /** How many weeks of days it tells of. */
  int WEEKS = 12;

  /** How many attempts it tells of. */
  int MAX_ATTEMPTS = 200;

  /** How many reviews it tells of at a time. */
  int REVIEWS_OF_A_PAGE = 50;

  /** Everything; the number of statements does not depend on how much it is. */
  History of(@Own long instructorId, long cohortId, long learnerId);

  /**
   * The days of {@link #of} for a file. It notes no look: {@link CohortExports#taken} says whose
   * the file is, or one deed would be told twice.
   */
  List<Day> daysToTakeAlong(@Own long instructorId, long cohortId, long learnerId);

  /**
   * Tells every attempt for a file, by when it ended, or began while it has not, newest first.
   * Nothing is held of what has been told. It notes no look either.
   */
  void attemptsToTakeAlong(
      @Own long instructorId, long cohortId, long learnerId, Consumer<? super Past> attempt);

  /**
   * An attempt with every answer.
   *
   * @throws app.keypoint.identity.GoneException also when it is not the member's, or of a quiz that
   *     is not the cohort's
   */
  Attempted attempt(@Own long instructorId, long cohortId, long learnerId, long attemptId);

  /**
   * Reviews and practice of a study day, in their order, of cards of the cohort's quizzes alone.
   * The number of statements is the same for any.
   *
   * @param page from 0, of {@link #REVIEWS_OF_A_PAGE}
   */
  ReviewedDay reviews(
      @Own long instructorId, long cohortId, long learnerId, LocalDate day, int page);

  /**
   * What a member did.
   *
   * @param days with answers, of the last weeks, newest first
   * @param assignments all of the cohort that were not due before the member joined, or that they
   *     finished
   * @param attempts the latest, newest first, {@link #MAX_ATTEMPTS} at most
   * @param all how many attempts there are
   */
  record History(
      Cohort cohort,
      long learnerId,
      String name,
      Instant joined,
      List<Day> days,
      List<AssignedQuiz> assignments,
      List<Past> attempts,
      long all) {}

  /**
   * A study day.
   *
   * @param timeTaken by review answers
   * @param listed whether {@link #reviews} tells of any: not of answers in quizzes, nor of cards of
   *     quizzes that are not the cohort's
   */
  record Day(LocalDate day, int answers, Retention retention, Duration timeTaken, boolean listed) {}

  /** A quiz that was assigned, and where the member stands with it. */
  record AssignedQuiz(Quiz quiz, Deadline deadline) {}

  /**
   * An attempt without its questions.
   *
   * @param marks got, or null while the score is not final
   */
  record Past(
      long id,
      Quiz quiz,
      Attempt.State state,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Double marks,
      int max) {}

  /** An attempt of a member. */
  record Attempted(Cohort cohort, long learnerId, String name, Quiz quiz, Attempt attempt) {}

  /**
   * A page of a member's reviews.
   *
   * @param more whether there is a next page
   */
  record ReviewedDay(
      Cohort cohort,
      long learnerId,
      String name,
      LocalDate day,
      List<Reviewed> reviews,
      boolean more) {}

  /**
   * An answer to a card.
   *
   * @param question in the wording that was asked; null for old answers of questions that are gone
   * @param given the answer and what it did to the card
   */
  record Reviewed(Quiz quiz, @Nullable Question question, WithCard given) {}
}
