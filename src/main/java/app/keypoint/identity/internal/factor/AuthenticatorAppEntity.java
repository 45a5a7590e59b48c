package app.keypoint.identity.internal.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code authenticator_app}. */
@Entity
@Table(name = "authenticator_app")
class AuthenticatorAppEntity {

  @Id long accountId;
  String sealedSecret;
  long lastStep;
  Instant since;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected AuthenticatorAppEntity() {}

  AuthenticatorAppEntity(long accountId, String sealedSecret, long lastStep, Instant since) {
    this.accountId = accountId;
    this.sealedSecret = sealedSecret;
    this.lastStep = lastStep;
    this.since = since;
  }
}
