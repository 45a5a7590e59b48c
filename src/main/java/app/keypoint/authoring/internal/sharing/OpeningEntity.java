package app.keypoint.authoring.internal.sharing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code authored_opening}. */
@Entity(name = "AuthoredOpening")
@Table(name = "authored_opening")
@IdClass(OpeningEntity.Key.class)
class OpeningEntity {

  record Key(String quizId, long cohortId) {}

  @Id String quizId;
  @Id long cohortId;
  @Nullable Long openedBy;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected OpeningEntity() {}

  OpeningEntity(String quizId, long cohortId, long openedBy) {
    this.quizId = quizId;
    this.cohortId = cohortId;
    this.openedBy = openedBy;
  }
}
