package app.keypoint.cohort.internal.dashboard;

import app.keypoint.cohort.dashboard.Nudge;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface NudgeDismissalRepository
    extends JpaRepository<NudgeDismissalEntity, NudgeDismissalEntity.Key> {

  List<NudgeDismissalEntity> findByCohortId(long cohortId);

  List<NudgeDismissalEntity> findByCohortIdInAndHiddenUntilAfter(
      Collection<Long> cohortIds, Instant now);

  /** One, held so that whoever writes it next sees when it was written last. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<NudgeDismissalEntity> findByCohortIdAndLearnerIdAndKind(
      long cohortId, long learnerId, Nudge.Kind kind);
}
