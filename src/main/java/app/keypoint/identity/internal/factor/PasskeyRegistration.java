package app.keypoint.identity.internal.factor;

import app.keypoint.identity.signin.PasskeySetup;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/** What the server asked an authenticator for, and for which account. */
record PasskeyRegistration(long accountId, PublicKeyCredentialCreationOptions asked, String options)
    implements PasskeySetup {

  @Override
  public String toString() {
    return "PasskeyRegistration of account " + accountId;
  }
}
