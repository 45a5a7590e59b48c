package app.keypoint.identity.signin;

import java.util.Optional;

/** Signing in with a passkey, for the page from which it is done. */
public interface PasskeySignIn {

  /** Where the page's form posts the answer, relative to the application. */
  String PATH = "sign-in/passkey";

  /** The form's field with the answer. */
  String FIELD = "credential";

  /** Whether browsers will have passkeys for this server. */
  boolean possible();

  /**
   * A new question for {@code navigator.credentials.get}, as JSON. The next answer from this
   * browser is checked against it, once. Empty outside of requests.
   */
  Optional<String> ask();
}
