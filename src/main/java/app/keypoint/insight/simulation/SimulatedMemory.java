package app.keypoint.insight.simulation;

import app.keypoint.scheduling.Fsrs;
import app.keypoint.scheduling.FsrsState;
import java.util.SplittableRandom;

/**
 * The simulated learner's memory of one card: FSRS-6 with its default weights, which describe an
 * average learner.
 *
 * <p>The shares of ratings are, rounded, the averages that the open-spaced-repetition project's
 * simulator starts from.
 */
final class SimulatedMemory {

  private static final Fsrs MODEL = Fsrs.published(0.9);

  /** Shares of Again, Hard and Good; what is left is Easy. */
  private static final double[] FIRST = {0.25, 0.10, 0.50};

  /** Of what was recalled on a later day, so never Again. */
  private static final double[] RECALLED = {0, 0.22, 0.63};

  private static final double[] REPEATED = {0.20, 0.10, 0.65};

  private FsrsState state = MODEL.fresh();
  private int lastDay;

  /** Answers the card and remembers it accordingly; gives the rating, 1..4. */
  int answer(int day, SplittableRandom random) {
    int rating = rate(day, random);
    state = MODEL.after(state, rating, elapsed(day));
    lastDay = day;
    return rating;
  }

  /** Days since the last answer; 0 for a new card. */
  int elapsed(int day) {
    return state.answered() ? day - lastDay : 0;
  }

  /** The probability of recall on a day, 0..1. */
  double recall(int day) {
    return MODEL.recall(state, elapsed(day));
  }

  private int rate(int day, SplittableRandom random) {
    if (!state.answered()) {
      return draw(FIRST, random);
    }
    if (day == lastDay) {
      return draw(REPEATED, random);
    }
    return random.nextDouble() < recall(day) ? draw(RECALLED, random) : 1;
  }

  private static int draw(double[] shares, SplittableRandom random) {
    double at = random.nextDouble();
    for (int i = 0; i < shares.length; i++) {
      at -= shares[i];
      if (at < 0) {
        return i + 1;
      }
    }
    return 4;
  }
}
