package app.keypoint.cohort.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code cohort_instructor}: somebody who runs a cohort beside its owner. */
@Entity
@Table(name = "cohort_instructor")
@IdClass(CohortInstructorEntity.Key.class)
class CohortInstructorEntity {

  record Key(long cohortId, long instructorId) {}

  @Id long cohortId;
  @Id long instructorId;
  Instant addedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected CohortInstructorEntity() {}

  CohortInstructorEntity(long cohortId, long instructorId, Instant addedAt) {
    this.cohortId = cohortId;
    this.instructorId = instructorId;
    this.addedAt = addedAt;
  }
}
