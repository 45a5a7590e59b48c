package app.keypoint.identity.internal.oidc;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code external_identity}. */
@Entity
@Table(name = "external_identity")
class ExternalIdentityEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long accountId;
  String issuer;
  String subject;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected ExternalIdentityEntity() {}

  ExternalIdentityEntity(long accountId, String issuer, String subject) {
    this.accountId = accountId;
    this.issuer = issuer;
    this.subject = subject;
  }
}
