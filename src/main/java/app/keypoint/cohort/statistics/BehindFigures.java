package app.keypoint.cohort.statistics;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.quiz.ItemStatistics;
import app.keypoint.review.statistics.Retention;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * Whom a figure about a cohort counts: who they are, and what each of them adds to it. Every method
 * wants the role of an instructor, and answers {@link app.keypoint.identity.GoneException} for a
 * cohort of somebody else just as for one that does not exist. The number of statements is the same
 * for any number of members. Lists of attempts, and of those who keep forgetting a question, are
 * looks at everybody in them and recorded as such; the others are not (ADR 199).
 */
@Validated
public interface BehindFigures {

  /** Those whose card of a question is a leech, with how often they forgot it; most often first. */
  List<Part> leech(
      @Own long instructorId,
      long cohortId,
      @Size(max = Quiz.MAX_ID) String quizId,
      @Size(max = Quiz.MAX_ID) String questionId);

  /**
   * Those who answered anything in a week of {@link CohortTrends.Trends}; most answers first.
   *
   * @param today of these trends: the day may have turned since they were shown
   */
  List<Part> week(
      @Own long instructorId, long cohortId, LocalDate today, LocalDate from, LocalDate to);

  /**
   * Those whose reviews are in a {@link CohortTrends.Gap}; most reviews first.
   *
   * @param today of the trends that it is of
   */
  List<Part> gap(
      @Own long instructorId, long cohortId, LocalDate today, int first, @Nullable Integer last);

  /**
   * Those whose cards are in a forecast; most cards first.
   *
   * @param from null for all that come up until then, overdue ones included
   */
  List<Part> comingUp(
      @Own long instructorId, long cohortId, @Nullable LocalDate from, LocalDate to);

  /**
   * The attempts that an edition's figures rest on; the last finished first.
   *
   * @param editionId as in {@link QuestionStatistics#of}
   */
  List<Tried> attempts(
      @Own long instructorId,
      long cohortId,
      @Size(max = Quiz.MAX_ID) String quizId,
      ItemStatistics.AttemptSelection counted,
      @Nullable Long editionId);

  /** Those of them that chose an option. */
  List<Tried> chose(
      @Own long instructorId,
      long cohortId,
      @Size(max = Quiz.MAX_ID) String quizId,
      ItemStatistics.AttemptSelection counted,
      @Nullable Long editionId,
      @Size(max = Quiz.MAX_ID) String questionId,
      @Size(max = Quiz.MAX_ID) String optionId,
      Third third);

  /** The first finished attempts by which a question is among the hardest, with its marks. */
  List<Tried> firstAttempts(
      @Own long instructorId,
      long cohortId,
      @Size(max = Quiz.MAX_ID) String quizId,
      @Size(max = Quiz.MAX_ID) String questionId);

  /** Of attempts by their totals. */
  enum Third {
    ALL,
    UPPER,
    LOWER
  }

  /**
   * A learner.
   *
   * @param count of what the figure counts
   * @param retention of reviews, where it is about them
   */
  record Part(long learnerId, String name, int count, Retention retention) {}

  /**
   * An attempt of a learner, and the marks that are told of it.
   *
   * @param max marks that it could have had
   */
  record Tried(long learnerId, String name, long attemptId, double marks, int max, Instant at) {}
}
