package app.keypoint.identity.signin;

import java.time.Instant;

/** Somebody proved who they are. */
public record SignedIn(long accountId, Instant at, Means by) {

  /** How. Names are stored in the audit log: add, never rename. */
  public enum Means {
    /** The password, and nothing else was needed. */
    PASSWORD,
    /** The password, then a code of the authenticator app. */
    APP,
    /** The password, then a recovery code. */
    RECOVERY_CODE,
    /** A passkey. */
    PASSKEY,
    /** The school's provider let them in. */
    PROVIDER,
    /** They made the account a moment ago. */
    REGISTRATION
  }
}
