package app.keypoint.identity.internal.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** A row of {@code passkey}: what WebAuthn calls a credential record. */
@Entity
@Table(name = "passkey")
class PasskeyEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  @Nullable Long id;

  long accountId;
  String userHandle;
  String credentialId;
  String publicKey;
  String attestationObject;
  long signatureCount;
  String transports;
  boolean uvInitialized;
  boolean backupEligible;
  boolean backupState;
  String name;
  Instant createdAt;
  @Nullable Instant lastUsed;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected PasskeyEntity() {}

  PasskeyEntity(long accountId, String name, CredentialRecord fresh, Instant createdAt) {
    this.accountId = accountId;
    this.name = name;
    this.createdAt = createdAt;
    userHandle = fresh.getUserEntityUserId().toBase64UrlString();
    credentialId = fresh.getCredentialId().toBase64UrlString();
    publicKey = Base64.getEncoder().encodeToString(fresh.getPublicKey().getBytes());
    Bytes attestation = fresh.getAttestationObject();
    attestationObject = attestation == null ? "" : attestation.toBase64UrlString();
    transports =
        fresh.getTransports().stream()
            .map(AuthenticatorTransport::getValue)
            .sorted()
            .collect(Collectors.joining(","));
    uvInitialized = fresh.isUvInitialized();
    backupEligible = fresh.isBackupEligible();
    use(fresh);
  }

  /** Takes over what changes when it is used. */
  final void use(CredentialRecord used) {
    signatureCount = used.getSignatureCount();
    backupState = used.isBackupState();
  }

  CredentialRecord toRecord() {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .userEntityUserId(Bytes.fromBase64(userHandle))
        .credentialId(Bytes.fromBase64(credentialId))
        .publicKey(new ImmutablePublicKeyCose(Base64.getDecoder().decode(publicKey)))
        .attestationObject(Bytes.fromBase64(attestationObject))
        .signatureCount(signatureCount)
        .transports(
            Arrays.stream(transports.split(","))
                .filter(transport -> !transport.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet()))
        .uvInitialized(uvInitialized)
        .backupEligible(backupEligible)
        .backupState(backupState)
        .label(name)
        .created(createdAt)
        .lastUsed(lastUsed == null ? createdAt : lastUsed)
        .build();
  }
}
