package app.keypoint.identity;

import java.util.List;
import java.util.Optional;

/**
 * The second step of the sign-in that is under way in this browser, between the right password and
 * being signed in. Until it is done the browser is a stranger's in every other respect.
 */
public interface SecondStep {

  /** What has to be done. */
  enum Kind {
    /** Prove to have the second factor. The form posts to {@link #PATH}. */
    PROVE,
    /** Set one up, since the role may not sign in without. */
    SET_UP
  }

  /** Where the page is and its form posts the code, relative to the application. */
  String PATH = "sign-in/code";

  /** Where a required second factor is set up. */
  String SET_UP_PATH = "sign-in/set-up";

  /** What this browser's sign-in waits for, if there is one that waits. */
  Optional<Kind> due();

  /**
   * Begins to set up an authenticator app.
   *
   * @throws org.springframework.security.access.AccessDeniedException when that is not due
   */
  AuthenticatorSetup begin();

  /**
   * Makes the app count and signs in.
   *
   * @return recovery codes, shown this once
   * @throws InvalidInput when the code is not of that app and this moment
   * @throws org.springframework.security.access.AccessDeniedException when that is not due
   */
  List<String> complete(AuthenticatorSetup setup, String code);
}
