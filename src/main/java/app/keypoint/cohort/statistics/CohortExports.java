package app.keypoint.cohort.statistics;

import app.keypoint.access.Own;
import app.keypoint.cohort.Cohort;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.Attempt;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * What an instructor takes along of a cohort beyond what its screens show. Every method wants the
 * role of an instructor ({@link org.springframework.security.access.AccessDeniedException}
 * otherwise), and answers {@link app.keypoint.identity.GoneException} for a cohort of somebody else
 * just as for one that does not exist. All of it is of present members and of quizzes that are for
 * them; how sure they said they were is their own.
 */
@Validated
public interface CohortExports {

  /** The longest title of what is taken along, in UTF-16 units; the log cuts it further. */
  int MAX_TITLE = 1_000;

  /**
   * Notes that a file or a report was taken along: in the audit log once, and for each of the
   * learners who are in it to see. To be called before it is handed over.
   *
   * @param title what it is, without names: the log keeps it for good
   * @param learnerIds who is named in it; of whoever is no member nothing is noted
   */
  void taken(
      @Own long instructorId,
      long cohortId,
      @Size(max = MAX_TITLE) String title,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> learnerIds);

  /** The members, by name, without those whose accounts were erased. */
  List<RosterMember> roster(@Own long instructorId, long cohortId);

  /**
   * A member.
   *
   * @param username with which they sign in
   */
  record RosterMember(long learnerId, String name, String username, Instant joined) {}

  /** Scores for another program's gradebook. The number of statements is the same for any. */
  Gradebook gradebook(@Own long instructorId, long cohortId);

  /**
   * Scores.
   *
   * @param quizzes those assigned, what is due first first; without any all that are for the
   *     members
   * @param rows by name, without those whose accounts were erased
   */
  record Gradebook(Cohort cohort, List<Quiz> quizzes, List<Row> rows) {

    /**
     * A member.
     *
     * @param best share of marks, 0..1, by quiz id; quizzes that they have not finished are absent
     */
    public record Row(long learnerId, String name, String username, Map<String, Double> best) {}
  }

  /**
   * Tells every answer: first those in quizzes, then those in reviews and practice, each by the
   * learners' names. The number of statements is the same for any, and nothing is held of what has
   * been told.
   */
  void answers(@Own long instructorId, long cohortId, Consumer<? super LearnerAnswer> answer);

  /** On what occasion an answer was given. */
  enum Occasion {
    QUIZ,
    REVIEW,
    /** Once more on the day of a review. */
    AGAIN,
    PRACTICE
  }

  /**
   * An answer.
   *
   * @param attempt the how many-th of theirs at the quiz; null outside of quizzes
   * @param state of that attempt: what is not finished does not count; null outside of quizzes
   * @param question in the wording that was asked; null for old answers of questions that are gone
   * @param response null for old answers
   * @param marks 0..1; null outside of quizzes
   * @param grade 0..5, from 3 on it was remembered; null in quizzes
   * @param timeTaken null where it was not measured
   */
  record LearnerAnswer(
      long learnerId,
      String name,
      String username,
      Occasion occasion,
      String quizId,
      @Nullable Integer attempt,
      Attempt.@Nullable State state,
      String questionId,
      @Nullable Question question,
      @Nullable Response response,
      @Nullable Double marks,
      @Nullable Integer grade,
      Instant at,
      @Nullable Duration timeTaken) {}
}
