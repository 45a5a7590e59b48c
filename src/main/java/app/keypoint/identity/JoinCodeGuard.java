package app.keypoint.identity;

/** Slows down people who try out join codes. */
public interface JoinCodeGuard {

  /**
   * Before a code that an account typed is looked up.
   *
   * @throws TooManyAttempts when too many were wrong, by this account or from this address
   */
  void beforeJoinCode(long accountId);

  /** After the code was right: the attempt no longer counts. */
  void joinCodeWasRight(long accountId);
}
