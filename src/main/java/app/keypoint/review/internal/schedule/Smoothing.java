package app.keypoint.review.internal.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Gives the day on which a card is due, near the day that its interval names. */
@FunctionalInterface
public interface Smoothing {

  /** SM-2 as published. */
  Smoothing NONE = (today, interval, repetition) -> today.plusDays(interval);

  /** Shorter intervals are not moved. */
  int SHORTEST = 3;

  /** No due day moves further, in days. */
  int WIDEST = 4;

  /**
   * The due day.
   *
   * @param interval in days, 0 or more; it stays as it is
   * @param repetition which of the card's repetitions this is
   */
  LocalDate smooth(LocalDate today, int interval, int repetition);

  /**
   * Draws a day within a tenth of the interval, one to four days either way, lighter days more
   * often. The draw is seeded by card and repetition, so that it can be previewed; cards of one
   * evening that see the same loads still spread.
   *
   * @param loads cards by day as the study day began, days without cards left out
   */
  static Smoothing towardsLighterDays(long cardId, Map<LocalDate, Integer> loads) {
    return (today, interval, repetition) -> {
      LocalDate due = today.plusDays(interval);
      if (interval < SHORTEST) {
        return due;
      }
      List<LocalDate> days = window(due, interval);
      double[] weights =
          days.stream()
              .mapToDouble(day -> Math.pow(1.0 + loads.getOrDefault(day, 0), -2))
              .toArray();
      double draw =
          new SplittableRandom(cardId * 31 + repetition).nextDouble()
              * Arrays.stream(weights).sum();
      for (int i = 0; i < weights.length; i++) {
        draw -= weights[i];
        if (draw < 0) {
          return days.get(i);
        }
      }
      return due;
    };
  }

  /** The days among which a due day may be chosen. */
  static List<LocalDate> window(LocalDate due, int interval) {
    int reach = interval < SHORTEST ? 0 : Math.clamp(interval / 10, 1, WIDEST);
    return IntStream.rangeClosed(-reach, reach).mapToObj(due::plusDays).toList();
  }
}
