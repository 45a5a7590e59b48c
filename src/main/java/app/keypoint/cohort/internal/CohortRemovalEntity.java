package app.keypoint.cohort.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code cohort_removal}. */
@Entity
@Table(name = "cohort_removal")
@IdClass(CohortMemberEntity.Key.class)
public class CohortRemovalEntity {

  @Id long cohortId;
  @Id long learnerId;
  Instant removedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected CohortRemovalEntity() {}

  CohortRemovalEntity(long cohortId, long learnerId, Instant removedAt) {
    this.cohortId = cohortId;
    this.learnerId = learnerId;
    this.removedAt = removedAt;
  }
}
