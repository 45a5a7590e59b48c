package app.keypoint.identity.internal.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code recovery_code}. */
@Entity
@Table(name = "recovery_code")
class RecoveryCodeEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long accountId;
  String hash;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected RecoveryCodeEntity() {}

  RecoveryCodeEntity(long accountId, String hash) {
    this.accountId = accountId;
    this.hash = hash;
  }
}
