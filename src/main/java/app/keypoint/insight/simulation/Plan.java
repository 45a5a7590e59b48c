package app.keypoint.insight.simulation;

import app.keypoint.scheduling.Fsrs;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means to study, and how.
 *
 * @param cards cards there are, 1..{@link #MAX_CARDS}
 * @param newPerDay cards begun each day while there are any, 0..{@link #MAX_PER_DAY}
 * @param reviewsPerDay due cards answered on a day at most, 1..{@link #MAX_PER_DAY}, the others
 *     wait; null for no limit. New cards and repetitions on the same day come on top
 * @param fsrs whether FSRS decides the days, or else SM-2
 * @param retention the probability of recall that FSRS aims at; {@link Fsrs} says its range
 * @param perAnswer time for one answer, 1 second..10 minutes
 * @param days how long, 1..{@link #MAX_DAYS}
 * @param seed of all chance: the same plan gives the same workload
 */
public record Plan(
    int cards,
    int newPerDay,
    @Nullable Integer reviewsPerDay,
    boolean fsrs,
    double retention,
    Duration perAnswer,
    int days,
    long seed) {

  /** The most cards that can be simulated. */
  public static final int MAX_CARDS = 20_000;

  /** The most new cards, and the highest limit of reviews, on a day. */
  public static final int MAX_PER_DAY = 9_999;

  /** Ten years. */
  public static final int MAX_DAYS = 3_650;

  private static final Duration MIN_TIME = Duration.ofSeconds(1);
  private static final Duration MAX_TIME = Duration.ofMinutes(10);

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public Plan {
    check("Cards", cards, 1, MAX_CARDS);
    check("New cards a day", newPerDay, 0, MAX_PER_DAY);
    check("Days", days, 1, MAX_DAYS);
    if (reviewsPerDay != null) {
      check("Reviews a day", reviewsPerDay, 1, MAX_PER_DAY);
    }
    if (!(retention >= Fsrs.MIN_RETENTION && retention <= Fsrs.MAX_RETENTION)) {
      throw new IllegalArgumentException(
          "The desired retention is %s..%s but is %s"
              .formatted(Fsrs.MIN_RETENTION, Fsrs.MAX_RETENTION, retention));
    }
    if (perAnswer.compareTo(MIN_TIME) < 0 || perAnswer.compareTo(MAX_TIME) > 0) {
      throw new IllegalArgumentException(
          "The time for an answer is 1 second..10 minutes but is " + perAnswer);
    }
  }

  /** The same plan under the other scheduler. */
  public Plan withOtherScheduler() {
    return new Plan(cards, newPerDay, reviewsPerDay, !fsrs, retention, perAnswer, days, seed);
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: %d..%d but is %d".formatted(what, least, most, value));
    }
  }
}
