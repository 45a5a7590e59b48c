package app.keypoint.scheduling;

/**
 * A card's SM-2 schedule, exact in integers.
 *
 * <p>Source: P. A. Wozniak, "Application of a computer to improve the results obtained in working
 * with the SuperMemo method", 1990, algorithm SM-2. Where the text leaves a choice, ADR 0001 says
 * which was taken.
 *
 * @param repetitions n, successful repetitions in a row, 0 or more
 * @param easiness EF in hundredths, 130 or more
 * @param interval I in days, 0 while the card has to be learned (again), at most {@link
 *     #MAX_INTERVAL}
 */
public record Sm2(int repetitions, int easiness, int interval) {

  /** A card that was never answered. */
  public static final Sm2 NEW = new Sm2(0, 250, 0);

  /** A hundred years, in days. */
  public static final int MAX_INTERVAL = 36_500;

  private static final int MIN_EASINESS = 130;

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public Sm2 {
    if (repetitions < 0 || easiness < MIN_EASINESS || interval < 0 || interval > MAX_INTERVAL) {
      throw new IllegalArgumentException(
          "Not an SM-2 schedule: n=%d EF=%d I=%d".formatted(repetitions, easiness, interval));
    }
  }

  /**
   * The schedule after a scheduled answer.
   *
   * @param q quality of the response, 0..5; below 3 is a lapse
   * @throws IllegalArgumentException when q is out of range
   */
  public Sm2 after(int q) {
    if (q < 0 || q > 5) {
      throw new IllegalArgumentException("A grade is 0..5 but is " + q);
    }
    if (q < 3) {
      return new Sm2(0, easiness, 0);
    }
    int newEasiness = Math.max(MIN_EASINESS, easiness + easinessChange(q));
    return new Sm2(repetitions + 1, newEasiness, nextInterval(newEasiness));
  }

  /** 0.1 - (5-q)(0.08 + (5-q) 0.02), in hundredths: +10, 0, -14. */
  private static int easinessChange(int q) {
    int missing = 5 - q;
    return 10 - missing * (8 + 2 * missing);
  }

  private int nextInterval(int newEasiness) {
    return switch (repetitions) {
      case 0 -> 1;
      case 1 -> 6;
      default -> (int) Math.min(MAX_INTERVAL, ((long) interval * newEasiness + 99) / 100);
    };
  }
}
