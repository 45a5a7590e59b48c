package app.keypoint.cohort.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code cohort_invitation}. */
@Entity
@Table(name = "cohort_invitation")
@IdClass(CohortMemberEntity.Key.class)
public class InvitationEntity {

  @Id long cohortId;
  @Id long learnerId;
  Instant invitedAt;
  @Nullable Instant refusedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected InvitationEntity() {}
}
