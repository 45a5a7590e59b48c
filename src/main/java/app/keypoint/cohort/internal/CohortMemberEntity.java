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
public class CohortMemberEntity {

  @Id long cohortId;
  @Id long learnerId;
  Instant joinedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected CohortMemberEntity() {}

  public CohortMemberEntity(long cohortId, long learnerId, Instant joinedAt) {
    this.cohortId = cohortId;
    this.learnerId = learnerId;
    this.joinedAt = joinedAt;
  }

  public record Key(long cohortId, long learnerId) {}

  public long learnerId() {
    return learnerId;
  }

  public Instant joinedAt() {
    return joinedAt;
  }

  public long cohortId() {
    return cohortId;
  }
}
