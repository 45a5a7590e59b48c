package app.keypoint.access;

/** Who may call a service; see {@link OpenTo}. */
public enum Audience {
  /** Strangers too: what it does is for everybody, or it judges its callers by itself. */
  ANYBODY,
  /** Whoever has signed in, also with a one-time password that is still to be replaced. */
  NEWCOMERS,
  /** Whoever has signed in with a password of their own; and this program in the background. */
  ACCOUNTS,
  /** Instructors, as {@link #ACCOUNTS}. */
  INSTRUCTORS,
  /** Administrators, as {@link #ACCOUNTS}. */
  ADMINISTRATORS,
  /** The services of other features, which know who called them. No screen uses it. */
  FEATURES
}
