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
 * People's own passkeys. Refuses any account but the signed-in one. Every change ends the account's
 * other sessions.
 */
@Validated
public interface Passkeys {

  /** The longest name of a passkey, in UTF-16 units. */
  int LONGEST_NAME = 60;

  /** Longer than what any authenticator answers. */
  int LONGEST_ANSWER = 12_000;

  /**
   * A passkey of an account.
   *
   * @param name by which its owner knows it
   * @param lastUsed when it last signed somebody in, or null
   */
  record Passkey(long id, String name, Instant created, @Nullable Instant lastUsed) {}

  /** Whether browsers will have passkeys for this server: under https, or on its own machine. */
  boolean possible();

  List<Passkey> of(@Own long accountId);

  /**
   * Begins to add a passkey.
   *
   * @throws InvalidInput when the current password is wrong or there is no name
   * @throws TooManyAttempts when the password was wrong too often
   */
  PasskeySetup begin(
      @Own long accountId,
      @Size(max = Accounts.MAX_TYPED) String currentPassword,
      @Size(max = Accounts.MAX_TYPED) String name);

  /**
   * Adds what the browser's authenticator answered.
   *
   * @throws InvalidInput when it is not an answer to that question
   */
  void add(
      @Own long accountId,
      PasskeySetup setup,
      @Size(max = LONGEST_ANSWER) String answer,
      @Size(max = Accounts.MAX_TYPED) String name);

  /**
   * Takes a passkey away.
   *
   * @throws InvalidInput when the current password is wrong, or nothing would be left that the
   *     account's role requires
   * @throws TooManyAttempts when the password was wrong too often
   */
  void remove(
      @Own long accountId, long passkeyId, @Size(max = Accounts.MAX_TYPED) String currentPassword);
}
