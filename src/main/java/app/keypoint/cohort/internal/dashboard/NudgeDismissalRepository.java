package app.keypoint.cohort.internal.dashboard;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface NudgeDismissalRepository
    extends JpaRepository<NudgeDismissalEntity, NudgeDismissalEntity.Key> {

  List<NudgeDismissalEntity> findByCohortId(long cohortId);

  List<NudgeDismissalEntity> findByCohortIdInAndHiddenUntilAfter(
      Collection<Long> cohortIds, Instant now);
}
