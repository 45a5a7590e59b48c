package app.keypoint.cohort.internal;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CohortRemovalRepository extends Repository<CohortRemovalEntity, CohortMemberEntity.Key> {

  CohortRemovalEntity save(CohortRemovalEntity removal);

  boolean existsByCohortIdAndLearnerId(long cohortId, long learnerId);

  List<CohortRemovalEntity> findTop100ByCohortIdOrderByRemovedAtDesc(long cohortId);

  int deleteByCohortIdAndLearnerId(long cohortId, long learnerId);
}
