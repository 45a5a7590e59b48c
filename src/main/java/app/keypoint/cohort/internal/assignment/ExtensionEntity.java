package app.keypoint.cohort.internal.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code assignment_extension}. */
@Entity
@Table(name = "assignment_extension")
@IdClass(ExtensionEntity.Key.class)
public class ExtensionEntity {

  record Key(long cohortId, String quizId, long learnerId) {}

  @Id long cohortId;
  @Id String quizId;
  @Id long learnerId;
  Instant dueAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected ExtensionEntity() {}

  ExtensionEntity(long cohortId, String quizId, long learnerId, Instant dueAt) {
    this.cohortId = cohortId;
    this.quizId = quizId;
    this.learnerId = learnerId;
    this.dueAt = dueAt;
  }

  public long learnerId() {
    return learnerId;
  }

  public String quizId() {
    return quizId;
  }

  public Instant dueAt() {
    return dueAt;
  }
}
