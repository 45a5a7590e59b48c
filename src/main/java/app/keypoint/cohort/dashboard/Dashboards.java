package app.keypoint.cohort.dashboard;

import app.keypoint.access.Own;
import app.keypoint.content.Question;
import java.time.Instant;
import java.util.List;

/**
 * How an instructor's cohorts are doing. Every method wants the role of an instructor ({@link
 * org.springframework.security.access.AccessDeniedException} otherwise), and answers {@link
 * app.keypoint.identity.GoneException} for a cohort of somebody else just as for one that does not
 * exist. The number of statements does not depend on the number of members.
 */
public interface Dashboards {

  /**
   * A whole cohort, without each member's key points: what it costs depends on the members and not
   * on what they have answered so far.
   */
  Dashboard of(@Own long instructorId, long cohortId);

  /** The same without how questions do among them: who they are, and what waits for whom. */
  Dashboard people(@Own long instructorId, long cohortId);

  /** A whole cohort with each member's key points, for which each of their cards is read. */
  Dashboard whole(@Own long instructorId, long cohortId);

  /**
   * One learner of it.
   *
   * @throws app.keypoint.identity.GoneException also when they are no member (any more)
   */
  LearnerInCohort learner(@Own long instructorId, long cohortId, long learnerId);

  /** What the cohort's present members reported about questions, newest first. */
  List<ReportedProblem> reports(@Own long instructorId, long cohortId);

  /**
   * A learner's note about a question.
   *
   * @param question in the wording that the learner saw
   */
  record ReportedProblem(
      long learnerId, String learner, Question question, String note, Instant at) {}
}
