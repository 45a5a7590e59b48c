package app.keypoint.review;

/** SM-2's quality of a response, 0 (blackout) to 5 (perfect). */
public enum Grade {
  BLACKOUT,
  FORGOT,
  FAMILIAR,
  HARD,
  GOOD,
  EASY;

  /** The number that SM-2 calls q. */
  public int q() {
    return ordinal();
  }

  /** Below 3: the card was forgotten. */
  public boolean lapse() {
    return q() < 3;
  }
}
