package app.keypoint.identity.signin;

import java.io.Serializable;
import java.time.Duration;

/**
 * Somebody did not get in.
 *
 * @param retryAfter how long until the next attempt is looked at; zero unless throttled
 */
public record SignInFailed(Reason reason, Duration retryAfter) implements Serializable {

  /** Why. */
  public enum Reason {
    /** No such account, or not its password; which of the two is nobody's business. */
    CREDENTIALS,
    /** The right password of an account that an administrator switched off. */
    DISABLED,
    /** Too many attempts; this one was not looked at. */
    THROTTLED,
    /** The right password, then a wrong code. */
    CODE,
    /** Not the answer of a passkey of this server. */
    PASSKEY,
    /** The school's provider did not let the person in, or said nothing that can be believed. */
    PROVIDER
  }
}
