package app.keypoint.cohort.internal.assignment;

import app.keypoint.cohort.Assignments.Terms;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code assignment}. */
@Entity
@Table(name = "assignment")
@IdClass(AssignmentEntity.Key.class)
public class AssignmentEntity {

  record Key(long cohortId, String quizId) {}

  @Id long cohortId;
  @Id String quizId;
  @Nullable Instant opensAt;
  Instant dueAt;
  @Nullable Double wanted;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected AssignmentEntity() {}

  AssignmentEntity(long cohortId, String quizId, Terms terms) {
    this.cohortId = cohortId;
    this.quizId = quizId;
    this.opensAt = terms.opens();
    this.dueAt = terms.due();
    this.wanted = terms.wanted();
  }

  public Terms terms() {
    return new Terms(opensAt, dueAt, wanted);
  }

  public String quizId() {
    return quizId;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public long cohortId() {
    return cohortId;
  }
}
