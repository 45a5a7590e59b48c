package app.keypoint.scheduling;

import java.util.List;

/**
 * FSRS-6 with its weights and settings: a model of memory, and the intervals that follow from it.
 *
 * <p>Source of the formulas and of the default weights: the open-spaced-repetition project, "The
 * Algorithm", FSRS-6. Recall after t days is a power curve, R = (1 + F t/S)^-w20, where F makes R =
 * 0.9 at t = S.
 *
 * @param weights w0..w20, finite; the initial stabilities w0..w3 and the decay w20 above 0
 * @param retention the probability of recall wanted on the due day, {@link #MIN_RETENTION}..{@link
 *     #MAX_RETENTION}
 * @param learningSteps steps that a new card passes before it is in review, 1..10; a forgotten card
 *     has one step
 */
public record Fsrs(List<Double> weights, double retention, int learningSteps) {

  /** The weights published with FSRS-6, fitted to many learners' logs. */
  public static final List<Double> DEFAULT_WEIGHTS =
      List.of(
          0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
          1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);

  /** The least retention that may be wanted. */
  public static final double MIN_RETENTION = 0.70;

  /** The most retention that may be wanted: beyond it the reviews soon outnumber any day. */
  public static final double MAX_RETENTION = 0.97;

  private static final int AGAIN = 1;
  private static final int HARD = 2;
  private static final int EASY = 4;

  /** Bounds of a stability in days: no history leads to 0 or beyond what an interval can say. */
  private static final double MIN_STABILITY = 0.001;

  private static final double MAX_STABILITY = FsrsState.MAX_INTERVAL;

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public Fsrs {
    weights = List.copyOf(weights);
    if (weights.size() != 21 || !weights.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("FSRS-6 has 21 finite weights, not " + weights);
    }
    if (weights.subList(0, 4).stream().anyMatch(w -> w <= 0) || weights.get(20) <= 0) {
      throw new IllegalArgumentException("w0..w3 and w20 are above 0, not " + weights);
    }
    if (!(retention >= MIN_RETENTION && retention <= MAX_RETENTION)) {
      throw new IllegalArgumentException(
          "The desired retention is %s..%s but is %s"
              .formatted(MIN_RETENTION, MAX_RETENTION, retention));
    }
    if (learningSteps < 1 || learningSteps > 10) {
      throw new IllegalArgumentException("Learning steps are 1..10 but are " + learningSteps);
    }
  }

  /**
   * With the published weights and one learning step, as everything here schedules and predicts: a
   * question answered rightly in a quiz is not asked again on the same day.
   *
   * @throws IllegalArgumentException when the retention is out of range
   */
  public static Fsrs published(double retention) {
    return new Fsrs(DEFAULT_WEIGHTS, retention, 1);
  }

  /** A card that was never answered. */
  public FsrsState fresh() {
    return new FsrsState(0, 0, 0, learningSteps);
  }

  /**
   * The schedule after an answer. Again leads to the steps, Hard stays at the step, Good passes one
   * and Easy all of them; a card that has passed the last one is in review and gets an interval.
   * Again at a step begins that one anew.
   *
   * @param rating 1..4: again, hard, good, easy
   * @param elapsedDays study days since the card's last answer, 0 or more; not used for a first one
   * @throws IllegalArgumentException when a value is out of range
   */
  public FsrsState after(FsrsState before, int rating, int elapsedDays) {
    if (rating < AGAIN || rating > EASY) {
      throw new IllegalArgumentException("A rating is 1..4 but is " + rating);
    }
    checkDays(elapsedDays);
    double stability = clampStability(nextStability(before, rating, elapsedDays));
    double difficulty =
        before.answered()
            ? nextDifficulty(before.difficulty(), rating)
            : clampDifficulty(firstDifficulty(rating));
    int steps = stepsAfter(before.stepsLeft(), rating);
    return new FsrsState(stability, difficulty, steps == 0 ? interval(stability) : 0, steps);
  }

  /**
   * The probability of recall, 0..1; 0 for a card that was never answered.
   *
   * @param elapsedDays days since the card's last answer, 0 or more
   * @throws IllegalArgumentException when the days are below 0
   */
  public double recall(FsrsState schedule, int elapsedDays) {
    checkDays(elapsedDays);
    return schedule.answered()
        ? Math.pow(1 + factor() * elapsedDays / schedule.stability(), -w(20))
        : 0;
  }

  /**
   * Whole days until recall falls to the desired retention, 1..{@link FsrsState#MAX_INTERVAL}.
   *
   * @param stability in days, above 0
   */
  public int interval(double stability) {
    double days = stability / factor() * (Math.pow(retention, -1 / w(20)) - 1);
    return (int) Math.clamp(Math.round(days), 1, FsrsState.MAX_INTERVAL);
  }

  private static void checkDays(int elapsedDays) {
    if (elapsedDays < 0) {
      throw new IllegalArgumentException("Elapsed days are 0 or more but are " + elapsedDays);
    }
  }

  private static int stepsAfter(int steps, int rating) {
    return switch (rating) {
      case AGAIN -> Math.max(1, steps);
      case HARD -> steps;
      case EASY -> 0;
      default -> Math.max(0, steps - 1);
    };
  }

  private double nextStability(FsrsState before, int rating, int elapsedDays) {
    if (!before.answered()) {
      return w(rating - 1);
    }
    double s = before.stability();
    double d = before.difficulty();
    double r = recall(before, elapsedDays);
    if (elapsedDays == 0) {
      return s * sameDayFactor(s, rating);
    }
    return rating == AGAIN ? forgotten(s, d, r) : recalled(s, d, r, rating);
  }

  /** An answer on the day of the one before it; one that was recalled never weakens the memory. */
  private double sameDayFactor(double s, int rating) {
    double factor = Math.exp(w(17) * (rating - 3 + w(18))) * Math.pow(s, -w(19));
    return rating == AGAIN ? factor : Math.max(1, factor);
  }

  double recalled(double s, double d, double r, int rating) {
    double bonus = rating == HARD ? w(15) : rating == EASY ? w(16) : 1;
    double growth = Math.exp(w(8)) * (11 - d) * Math.pow(s, -w(9)) * Math.expm1(w(10) * (1 - r));
    return s * (1 + growth * bonus);
  }

  double forgotten(double s, double d, double r) {
    double relearned =
        w(11) * Math.pow(d, -w(12)) * (Math.pow(s + 1, w(13)) - 1) * Math.exp(w(14) * (1 - r));
    return Math.min(relearned, s / Math.exp(w(17) * w(18)));
  }

  private double firstDifficulty(int rating) {
    return w(4) - Math.exp(w(5) * (rating - 1)) + 1;
  }

  /** A change damped towards 10, then drawn a little towards the difficulty of a first Easy. */
  private double nextDifficulty(double d, int rating) {
    double changed = d - w(6) * (rating - 3) * (10 - d) / 9;
    return clampDifficulty(w(7) * firstDifficulty(EASY) + (1 - w(7)) * changed);
  }

  double decay() {
    return -w(20);
  }

  double factor() {
    return Math.pow(0.9, -1 / w(20)) - 1;
  }

  private double w(int index) {
    return weights.get(index);
  }

  /** Weights may be anybody's: what is no number becomes the least. */
  private static double clampStability(double stability) {
    return Double.isNaN(stability)
        ? MIN_STABILITY
        : Math.clamp(stability, MIN_STABILITY, MAX_STABILITY);
  }

  private static double clampDifficulty(double difficulty) {
    return Double.isNaN(difficulty) ? 10 : Math.clamp(difficulty, 1, 10);
  }
}
