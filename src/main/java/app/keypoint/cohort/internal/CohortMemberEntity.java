package app.keypoint.cohort.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code cohort_member}; rows are added by {@link CohortMemberRepository#enrol}. */
@Entity
@Table(name = "cohort_member")
@IdClass(CohortMemberEntity.Key.class)
class CohortMemberEntity {

  @Id long cohortId;
  @Id long learnerId;
  Instant joinedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected CohortMemberEntity() {}

  record Key(long cohortId, long learnerId) {}
}
