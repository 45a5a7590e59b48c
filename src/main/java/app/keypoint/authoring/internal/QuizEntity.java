package app.keypoint.authoring.internal;

import app.keypoint.authoring.OpenedTo;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code authored_quiz}; only what changed is written, since several people may. */
@Entity(name = "AuthoredQuiz")
@Table(name = "authored_quiz")
@DynamicUpdate
class QuizEntity {

  @Id String id;
  long authorId;
  String title;

  /** For everyone, or for the cohorts that it is opened to, of which there may be none. */
  @Enumerated(EnumType.STRING)
  OpenedTo visibility = OpenedTo.COHORTS;

  @Nullable Integer published;
  Instant createdAt;
  Instant changedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected QuizEntity() {}

  QuizEntity(String id, long authorId, String title, Instant now) {
    this.id = id;
    this.authorId = authorId;
    this.title = title;
    createdAt = now;
    changedAt = now;
  }
}
