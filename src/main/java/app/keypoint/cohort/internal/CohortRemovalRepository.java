package app.keypoint.cohort.internal;

import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface CohortRemovalRepository
    extends Repository<CohortRemovalEntity, CohortMemberEntity.Key> {

  CohortRemovalEntity save(CohortRemovalEntity removal);

  boolean existsByCohortIdAndLearnerId(long cohortId, long learnerId);

  List<CohortRemovalEntity> findTop100ByCohortIdOrderByRemovedAtDesc(long cohortId);

  @Query("select r.learnerId from CohortRemovalEntity r where r.cohortId = :cohortId")
  Set<Long> findLearners(long cohortId);

  int deleteByCohortIdAndLearnerId(long cohortId, long learnerId);
}
