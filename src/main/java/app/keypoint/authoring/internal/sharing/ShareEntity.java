package app.keypoint.authoring.internal.sharing;

import app.keypoint.authoring.Right;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code authored_share}. */
@Entity(name = "AuthoredShare")
@Table(name = "authored_share")
@IdClass(ShareEntity.Key.class)
class ShareEntity {

  record Key(String quizId, long accountId) {}

  @Id String quizId;
  @Id long accountId;

  @Enumerated(EnumType.STRING)
  Right may;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected ShareEntity() {}

  ShareEntity(String quizId, long accountId, Right may) {
    this.quizId = quizId;
    this.accountId = accountId;
    this.may = may;
  }
}
