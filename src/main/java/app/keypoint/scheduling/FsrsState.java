package app.keypoint.scheduling;

/**
 * A card's FSRS state and what follows from it.
 *
 * @param stability S, days until the probability of recall falls to 0.9; 0 for a card that was
 *     never answered
 * @param difficulty D, 1..10; 0 for a card that was never answered
 * @param interval days until the card is due, 0 while it has to be learned (again), at most {@link
 *     #MAX_INTERVAL}
 * @param stepsLeft learning or relearning steps still to pass before the card is in review; 0 in
 *     review
 */
public record FsrsState(double stability, double difficulty, int interval, int stepsLeft) {

  /** A hundred years, in days. */
  public static final int MAX_INTERVAL = 36_500;

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public FsrsState {
    boolean memory =
        stability == 0
            ? difficulty == 0
            : stability > 0 && Double.isFinite(stability) && difficulty >= 1 && difficulty <= 10;
    if (!memory || interval < 0 || interval > MAX_INTERVAL || stepsLeft < 0) {
      throw new IllegalArgumentException(
          "Not an FSRS schedule: S=%s D=%s I=%d, %d steps left"
              .formatted(stability, difficulty, interval, stepsLeft));
    }
  }

  /** Whether the card was ever answered. */
  public boolean answered() {
    return stability > 0;
  }
}
