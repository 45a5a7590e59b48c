package app.keypoint.identity;

/** Slows down the guessing of join codes by people who have signed in. */
public interface JoinAttempts {

  /**
   * Before a code is looked up. A request that has already tried a wrong one tries no other.
   *
   * @throws TooManyAttempts when it should not be
   */
  void before(long accountId);

  /** After it was right. */
  void wasRight(long accountId);
}
