package app.keypoint.cohort;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** For which cohorts published quizzes are; implemented by those who write them. */
public interface QuizzesOfCohorts {

  /**
   * The ids of quizzes that are not for the members of each of these cohorts, as long as they may
   * be served: also of those that are published no longer. One query.
   */
  Map<Long, Set<String>> closedTo(Collection<Long> cohortIds);
}
