package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.CohortsAround;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class CohortsAroundService implements CohortsAround {

  private final CohortRepository cohorts;

  CohortsAroundService(CohortRepository cohorts) {
    this.cohorts = cohorts;
  }

  @Override
  public Set<Long> of(long accountId) {
    return cohorts.findIdsAround(accountId);
  }
}
