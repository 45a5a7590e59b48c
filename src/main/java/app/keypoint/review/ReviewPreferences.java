package app.keypoint.review;

import app.keypoint.scheduling.Fsrs;
import org.jspecify.annotations.Nullable;

/**
 * How a learner wants their reviews.
 *
 * @param newPerDay new cards to begin on a day, 0..{@link #MAX_NEW}
 * @param reviewsPerDay most due cards to be asked on a day, 1..{@link #MAX_REVIEWS}, or null for no
 *     limit
 * @param fullScale grades 0 to 5 instead of four buttons
 * @param smoothing whether due dates may move a little towards lighter days
 * @param algorithm what schedules the cards
 * @param retention the share of cards that FSRS plans to be remembered on their day, {@link
 *     #MIN_RETENTION}..{@link #MAX_RETENTION}
 */
public record ReviewPreferences(
    int newPerDay,
    @Nullable Integer reviewsPerDay,
    boolean fullScale,
    boolean smoothing,
    Algorithm algorithm,
    double retention) {

  /** Schedulers to choose from. */
  public enum Algorithm {
    SM2,
    FSRS
  }

  public static final int MAX_NEW = 999;
  public static final int MAX_REVIEWS = 9_999;
  public static final double MIN_RETENTION = Fsrs.MIN_RETENTION;
  public static final double MAX_RETENTION = Fsrs.MAX_RETENTION;

  /** What holds until a learner chooses otherwise. */
  public static final ReviewPreferences DEFAULT =
      new ReviewPreferences(10, null, false, false, Algorithm.SM2, 0.9);

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public ReviewPreferences {
    if (newPerDay < 0 || newPerDay > MAX_NEW) {
      throw new IllegalArgumentException("New cards a day are 0..%d".formatted(MAX_NEW));
    }
    if (reviewsPerDay != null && (reviewsPerDay < 1 || reviewsPerDay > MAX_REVIEWS)) {
      throw new IllegalArgumentException("Reviews a day are 1..%d".formatted(MAX_REVIEWS));
    }
    if (!(retention >= MIN_RETENTION && retention <= MAX_RETENTION)) {
      throw new IllegalArgumentException(
          "The desired retention is %s..%s".formatted(MIN_RETENTION, MAX_RETENTION));
    }
  }
}
