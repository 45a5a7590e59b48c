package app.keypoint.identity.internal.factor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Our table as Spring Security wants to see it. A user's name is the account's id here; passkeys
 * are added by {@link AccountPasskeys}, which knows whose they are, and removed there too.
 */
@Component
@Transactional
class PasskeyRecords implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

  private final PasskeyRepository passkeys;

  PasskeyRecords(PasskeyRepository passkeys) {
    this.passkeys = passkeys;
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return passkeys
        .findByCredentialId(credentialId.toBase64UrlString())
        .map(PasskeyEntity::toRecord)
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return passkeys.findByUserHandle(userId.toBase64UrlString()).stream()
        .map(PasskeyEntity::toRecord)
        .toList();
  }

  @Override
  public void save(CredentialRecord used) {
    passkeys
        .findByCredentialId(used.getCredentialId().toBase64UrlString())
        .ifPresent(passkey -> passkey.use(used));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes userId) {
    return passkeys.findByUserHandle(userId.toBase64UrlString()).stream()
        .findFirst()
        .map(passkey -> user(userId, String.valueOf(passkey.accountId)))
        .orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
    return passkeys.findByAccountIdOrderByCreatedAt(Long.parseLong(username)).stream()
        .findFirst()
        .map(passkey -> user(Bytes.fromBase64(passkey.userHandle), username))
        .orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    // It is part of each passkey.
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("Passkeys are removed by their account");
  }

  private static PublicKeyCredentialUserEntity user(Bytes handle, String name) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle)
        .name(name)
        .displayName(name)
        .build();
  }
}
