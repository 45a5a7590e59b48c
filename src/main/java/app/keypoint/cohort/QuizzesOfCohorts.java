package app.keypoint.cohort;

import java.util.Set;

/** For which cohorts published quizzes are; implemented by those who write them. */
public interface QuizzesOfCohorts {

  /**
   * The ids of quizzes that are not for a cohort's members, as long as they may be served: also of
   * those that are published no longer. One query.
   */
  Set<String> closedTo(long cohortId);
}
