package app.keypoint.identity.internal.factor;

import app.keypoint.identity.signin.PasskeySetup;
import app.keypoint.identity.signin.Passkeys;
import app.keypoint.identity.signin.Passkeys.Passkey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The passkeys of accounts: asked for, added, challenged, listed, counted and removed here alone.
 * Spring Security checks what authenticators answer; each of them has to verify its user (a finger,
 * a face, a PIN), so that a passkey is two factors in one.
 */
@Service
public class AccountPasskeys {

  private static final Logger log = LoggerFactory.getLogger(AccountPasskeys.class);

  static final int MAX_OF_AN_ACCOUNT = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final PasskeyRepository passkeys;
  private final RelyingParty party;
  private final Clock clock;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  AccountPasskeys(PasskeyRepository passkeys, RelyingParty party, Clock clock) {
    this.passkeys = passkeys;
    this.party = party;
    this.clock = clock;
  }

  /** Whether browsers will have passkeys for this server. */
  public boolean isPossible() {
    return party.isPossible();
  }

  public List<Passkey> of(long accountId) {
    return passkeys.findByAccountIdOrderByCreatedAt(accountId).stream()
        .map(
            passkey ->
                new Passkey(
                    Optional.ofNullable(passkey.id).orElseThrow(),
                    passkey.name,
                    passkey.createdAt,
                    passkey.lastUsed))
        .toList();
  }

  public int count(long accountId) {
    return passkeys.countByAccountId(accountId);
  }

  /** Asks for a passkey of an account. */
  public PasskeySetup ask(long accountId, String username, String displayName) {
    List<PasskeyEntity> had = passkeys.findByAccountIdOrderByCreatedAt(accountId);
    if (had.size() >= MAX_OF_AN_ACCOUNT) {
      throw new IllegalStateException("Account " + accountId + " has enough passkeys");
    }
    Bytes handle = had.isEmpty() ? Bytes.random() : Bytes.fromBase64(had.getFirst().userHandle);
    PublicKeyCredentialCreationOptions asked =
        PublicKeyCredentialCreationOptions.builder()
            .rp(party.entity())
            .user(
                ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(handle)
                    .name(username)
                    .displayName(displayName)
                    .build())
            .challenge(Bytes.random())
            .pubKeyCredParams(
                PublicKeyCredentialParameters.EdDSA,
                PublicKeyCredentialParameters.ES256,
                PublicKeyCredentialParameters.RS256)
            .authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build())
            .attestation(AttestationConveyancePreference.NONE)
            .excludeCredentials(
                had.stream()
                    .map(
                        passkey ->
                            PublicKeyCredentialDescriptor.builder()
                                .id(Bytes.fromBase64(passkey.credentialId))
                                .build())
                    .toList())
            .timeout(PATIENCE)
            .build();
    return new PasskeyRegistration(accountId, asked, json.writeValueAsString(asked));
  }

  /**
   * Adds what the authenticator answered.
   *
   * @return false when the answer is not to be believed
   */
  @Transactional
  public boolean add(long accountId, PasskeySetup setup, String answer, String name) {
    if (!(setup instanceof PasskeyRegistration own) || own.accountId() != accountId) {
      throw new AccessDeniedException("Not a set-up of account " + accountId);
    }
    if (answer.length() > Passkeys.LONGEST_ANSWER) {
      return false;
    }
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> credential =
          json.readValue(answer, new TypeReference<>() {});
      CredentialRecord fresh =
          party
              .operations()
              .registerCredential(
                  new ImmutableRelyingPartyRegistrationRequest(
                      own.asked(), new RelyingPartyPublicKey(credential, name)));
      passkeys.save(new PasskeyEntity(accountId, name, fresh, clock.instant()));
      return true;
    } catch (RuntimeException e) {
      // Whatever is wrong with an answer, libraries report it in many ways.
      log.debug("A passkey of account {} was refused", accountId, e);
      return false;
    }
  }

  /** Asks for any passkey of this server. */
  public PublicKeyCredentialRequestOptions challenge() {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(party.entity().getId())
        .challenge(Bytes.random())
        .userVerification(UserVerificationRequirement.REQUIRED)
        .timeout(PATIENCE)
        .build();
  }

  /** For the browser. */
  public String toJson(PublicKeyCredentialRequestOptions challenge) {
    return json.writeValueAsString(challenge);
  }

  /**
   * Whose passkey answered a challenge.
   *
   * @throws BadCredentialsException when none of ours did
   */
  @Transactional
  public long accountOf(PublicKeyCredentialRequestOptions challenge, String answer) {
    if (answer.length() > Passkeys.LONGEST_ANSWER) {
      throw new BadCredentialsException("Longer than any passkey's answer");
    }
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> credential =
          json.readValue(answer, new TypeReference<>() {});
      party.operations().authenticate(new RelyingPartyAuthenticationRequest(challenge, credential));
      PasskeyEntity used =
          passkeys.findByCredentialId(credential.getRawId().toBase64UrlString()).orElseThrow();
      used.lastUsed = clock.instant();
      return used.accountId;
    } catch (RuntimeException e) {
      // Whatever is wrong with an answer, libraries report it in many ways, and it is not let in.
      throw new BadCredentialsException("Not the answer of a passkey", e);
    }
  }

  /**
   * @return whether it was there
   */
  @Transactional
  public boolean remove(long accountId, long passkeyId) {
    return passkeys.delete(accountId, passkeyId) > 0;
  }

  @Transactional
  public boolean removeAll(long accountId) {
    return passkeys.deleteOf(accountId) > 0;
  }
}
