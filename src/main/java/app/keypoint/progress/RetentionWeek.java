package app.keypoint.progress;

import app.keypoint.review.DayActivity;
import app.keypoint.review.Retention;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seven study days of retention.
 *
 * @param from the first of the seven
 * @param to the last of the seven
 */
public record RetentionWeek(LocalDate from, LocalDate to, Retention retention) {

  private static final int DAYS = 7;

  /** The 97.5 % quantile of the normal distribution, for a range of 95 %. */
  private static final double Z = 1.959964;

  /**
   * The last weeks, oldest first. They end today rather than on a Sunday, so that the newest figure
   * rests on as many days as the others.
   */
  public static List<RetentionWeek> last(int weeks, Collection<DayActivity> days, LocalDate today) {
    return IntStream.range(0, weeks)
        .mapToObj(week -> of(days, today.minusDays((long) DAYS * (weeks - 1 - week))))
        .toList();
  }

  private static RetentionWeek of(Collection<DayActivity> days, LocalDate to) {
    LocalDate from = to.minusDays(DAYS - 1);
    return new RetentionWeek(from, to, ActivityStatistics.retention(days, from, to));
  }

  /**
   * The range of true rates that would plausibly give this figure by chance: the 95 % score
   * interval of E. B. Wilson (1927). Null without reviews.
   */
  public @Nullable Range chance() {
    Double rate = retention.rate();
    if (rate == null) {
      return null;
    }
    int n = retention.reviews();
    double centre = rate + Z * Z / (2 * n);
    double margin = Z * Math.sqrt(rate * (1 - rate) / n + Z * Z / (4.0 * n * n));
    double scale = 1 + Z * Z / n;
    return new Range(
        Math.max(0, (centre - margin) / scale), Math.min(1, (centre + margin) / scale));
  }

  /** Two shares, 0..1. */
  public record Range(double low, double high) {}
}
