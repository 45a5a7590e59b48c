package app.keypoint.authoring.internal.pictures;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code authored_picture}: an image that was brought into a quiz. */
@Entity(name = "AuthoredPicture")
@Table(name = "authored_picture")
@IdClass(PictureEntity.Key.class)
class PictureEntity {

  record Key(String quizId, String hash) {}

  @Id String quizId;
  @Id String hash;
  int size;

  /** Or named last by the draft, when it does so no longer. */
  Instant broughtAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected PictureEntity() {}

  PictureEntity(String quizId, String hash, int size, Instant broughtAt) {
    this.quizId = quizId;
    this.hash = hash;
    this.size = size;
    this.broughtAt = broughtAt;
  }
}
