package app.keypoint.cohort.statistics;

import app.keypoint.access.Own;
import app.keypoint.cohort.Cohort;
import app.keypoint.content.Quiz;
import app.keypoint.quiz.ItemStatistics;
import app.keypoint.review.statistics.ReviewStatistics;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * How the questions of quizzes do among an instructor's learners. Every method wants the role of an
 * instructor ({@link org.springframework.security.access.AccessDeniedException} otherwise), and
 * answers {@link app.keypoint.identity.GoneException} for a cohort of somebody else just as for one
 * that does not exist.
 */
@Validated
public interface QuestionStatistics {

  /**
   * One quiz among the cohort's present members.
   *
   * @param editionId one of the report's editions; null for the latest with enough attempts
   * @throws app.keypoint.identity.GoneException also when no such quiz is being served, or it is
   *     not for the members
   */
  Report of(
      @Own long instructorId,
      long cohortId,
      @Size(max = Quiz.MAX_ID) String quizId,
      ItemStatistics.AttemptSelection counted,
      @Nullable Long editionId);

  /**
   * What the cohort's present members reported about a question, in any wording, newest first. Who
   * did is told on the cohort's page.
   *
   * @throws app.keypoint.identity.GoneException also when no such quiz is being served, or it is
   *     not for the members
   */
  List<Reported> reported(
      @Own long instructorId,
      long cohortId,
      @Size(max = Quiz.MAX_ID) String quizId,
      @Size(max = Quiz.MAX_ID) String questionId);

  /** A learner's note. */
  record Reported(String note, Instant at) {}

  /**
   * What came out.
   *
   * @param quizzes those for its members, by position
   * @param quiz the one asked for
   * @param problems how often members reported a question within {@link
   *     app.keypoint.content.ProblemReports#KEPT}, in any wording, by its id; none are absent
   * @param leeches which members keep forgetting, by id; questions of which nobody has a card are
   *     absent
   */
  record Report(
      Cohort cohort,
      List<Quiz> quizzes,
      Quiz quiz,
      ItemStatistics.AttemptSelection counted,
      ItemStatistics.Report statistics,
      Map<String, Long> problems,
      Map<String, ReviewStatistics.Leeches> leeches) {}
}
