package app.keypoint.identity.signin;

import app.keypoint.identity.Accounts;
import app.keypoint.identity.InvalidInput;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/**
 * The second step of the sign-in that is under way in this browser, between the right password and
 * being signed in. Until it is done the browser is a stranger's in every other respect.
 */
@Validated
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

  /**
   * What this browser's sign-in waits for.
   *
   * @param app whether a code of an authenticator app, or a recovery code, does
   * @param passkey whether a passkey does
   */
  record Due(Kind kind, boolean app, boolean passkey) {}

  /** What this browser's sign-in waits for, if there is one that waits. */
  Optional<Due> due();

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
  List<String> complete(AuthenticatorSetup setup, @Size(max = Accounts.MAX_TYPED) String code);

  /**
   * Begins to add a passkey.
   *
   * @throws org.springframework.security.access.AccessDeniedException when no set-up is due
   */
  PasskeySetup beginPasskey();

  /**
   * Adds the passkey and signs in.
   *
   * @throws InvalidInput when the answer is not one to that question
   * @throws org.springframework.security.access.AccessDeniedException when that is not due
   */
  void completePasskey(
      PasskeySetup setup,
      @Size(max = Passkeys.LONGEST_ANSWER) String answer,
      @Size(max = Accounts.MAX_TYPED) String name);
}
