package app.keypoint.identity;

/**
 * Who is signed in on this thread. The views' only source of the ids that they pass to services.
 */
public interface CurrentAccount {

  /**
   * The signed-in account, with its current settings.
   *
   * @throws org.springframework.security.access.AccessDeniedException when nobody is signed in
   */
  Account get();

  /** Whether this person signed in with a one-time password and has yet to choose their own. */
  boolean mustChoosePassword();
}
