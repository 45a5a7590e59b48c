package app.keypoint.cohort;

import java.util.Set;

/** For which cohorts published quizzes are; implemented by those who write them. */
public interface QuizzesOfCohorts {

  /** The ids of published quizzes that are not for a cohort's members. One query. */
  Set<String> closedTo(long cohortId);
}
