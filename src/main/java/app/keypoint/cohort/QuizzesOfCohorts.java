package app.keypoint.cohort;

import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.validation.annotation.Validated;

/** For which cohorts published quizzes are; implemented by those who write them. */
@Validated
public interface QuizzesOfCohorts {

  /**
   * The ids of quizzes that are not for the members of each of these cohorts, as long as they may
   * be served: also of those that are published no longer. One query.
   */
  Map<Long, Set<String>> closedTo(@Size(max = Accounts.MAX_AT_ONCE) Collection<Long> cohortIds);
}
