package app.keypoint.quiz;

import app.keypoint.access.Own;
import java.time.Period;
import java.util.List;

/** What a learner is asked to finish; implemented by cohorts, since they use quizzes. */
public interface AssignedQuizzes {

  /** How long what is done is still shown after its time. */
  Period SHOWN = Period.ofDays(7);

  /**
   * Of served quizzes in the cohorts that the learner is in, what is due first first. What was done
   * and is past its time by more than {@link #SHOWN} is left out, and so is what was due before
   * they joined; what is late stays.
   */
  List<Assigned> of(@Own long learnerId);

  /** An assignment of a cohort. */
  record Assigned(String quizId, String cohort, Deadline deadline) {}
}
