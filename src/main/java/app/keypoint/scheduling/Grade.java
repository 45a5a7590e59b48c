package app.keypoint.scheduling;

import java.util.List;

/** SM-2's quality of a response, 0 (blackout) to 5 (perfect). */
public enum Grade {
  BLACKOUT,
  FORGOT,
  FAMILIAR,
  HARD,
  GOOD,
  EASY;

  /** The four that most people want, in the order of their keys 1 to 4. */
  public static final List<Grade> FOUR = List.of(FORGOT, HARD, GOOD, EASY);

  /** The number that SM-2 calls q. */
  public int q() {
    return ordinal();
  }

  /** Below 3: the card was forgotten. */
  public boolean lapse() {
    return q() < 3;
  }

  /**
   * 4 or more: it ends the day's drill. SM-2 asks what was graded below 4 again on the same day,
   * until it gets that.
   */
  public boolean endsDrill() {
    return q() >= 4;
  }

  /** The same in four steps, 1..4: again, hard, good, easy. */
  public int rating() {
    return lapse() ? 1 : q() - 1;
  }

  /**
   * The grade for one of four steps.
   *
   * @param rating 1..4: again, hard, good, easy
   */
  public static Grade ofRating(int rating) {
    return FOUR.get(rating - 1);
  }
}
