package app.keypoint.identity.signin;

import app.keypoint.access.Own;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.TooManyAttempts;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * What people have beside their password to prove who they are. Refuses any account but the
 * signed-in one. Every change ends the account's other sessions.
 */
@Validated
public interface SecondFactors {

  /**
   * How an account stands.
   *
   * @param appSince when its authenticator app was set up, or null without one
   * @param recoveryCodes how many are left
   * @param required whether its role may not be without the app
   */
  record Status(@Nullable Instant appSince, int recoveryCodes, boolean required) {}

  Status status(@Own long accountId);

  /**
   * Begins to set up an authenticator app.
   *
   * @throws InvalidInput when the current password is wrong
   * @throws TooManyAttempts when it was wrong too often
   */
  AuthenticatorSetup begin(
      @Own long accountId, @Size(max = Accounts.MAX_TYPED) String currentPassword);

  /**
   * Makes the app count, in place of one before.
   *
   * @return recovery codes, shown this once, in place of those before
   * @throws InvalidInput when the code is not of that app and this moment
   */
  List<String> confirm(
      @Own long accountId, AuthenticatorSetup setup, @Size(max = Accounts.MAX_TYPED) String code);

  /**
   * Makes new recovery codes in place of those before.
   *
   * @return shown this once
   * @throws InvalidInput when the current password is wrong
   * @throws TooManyAttempts when it was wrong too often
   */
  List<String> renewRecoveryCodes(
      @Own long accountId, @Size(max = Accounts.MAX_TYPED) String currentPassword);

  /**
   * Takes the app and the recovery codes away.
   *
   * @throws InvalidInput when the current password is wrong, or nothing would be left that the
   *     account's role requires
   * @throws TooManyAttempts when the password was wrong too often
   */
  void removeApp(@Own long accountId, @Size(max = Accounts.MAX_TYPED) String currentPassword);
}
