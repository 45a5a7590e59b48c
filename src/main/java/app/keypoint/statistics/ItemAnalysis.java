package app.keypoint.statistics;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a quiz and of each of its questions, in the order of their sums. Variances and
 * covariances divide by one less than the number of attempts, central moments by that number.
 */
public record ItemAnalysis(TotalFigures total, List<ItemFigures> items) {

  /** Fewer attempts than this say nothing. */
  public static final int FEWEST_ATTEMPTS = 5;

  /** Below this a variance is what rounding leaves of none. */
  private static final double EPSILON = 1e-9;

  /** Empty for fewer than {@link #FEWEST_ATTEMPTS}. */
  public static Optional<ItemAnalysis> of(TotalSums totals, List<ItemSums> items) {
    if (totals.attempts() < FEWEST_ATTEMPTS) {
      return Optional.empty();
    }
    double weights =
        items.stream()
            .mapToDouble(item -> settled(item.covarianceWithTotal(totals)))
            .map(ItemAnalysis::root)
            .sum();
    return Optional.of(
        new ItemAnalysis(
            total(totals, items), items.stream().map(item -> of(item, totals, weights)).toList()));
  }

  /**
   * How choosing an option goes with the total, -1..1; null for fewer than {@link
   * #FEWEST_ATTEMPTS}, or when all or nobody chose it, or when totals do not vary.
   *
   * @param chosen attempts that chose it
   * @param theirs sum of their totals
   */
  public static @Nullable Double pointBiserial(TotalSums totals, int chosen, double theirs) {
    int attempts = totals.attempts();
    if (attempts < FEWEST_ATTEMPTS) {
      return null;
    }
    double covariance = (theirs - chosen * totals.mean()) / (attempts - 1);
    double variance = chosen * (double) (attempts - chosen) / attempts / (attempts - 1);
    double most = root(variance * totals.variance());
    return most < EPSILON ? null : settled(covariance) / most;
  }

  private static ItemFigures of(ItemSums item, TotalSums totals, double weights) {
    double variance = item.variance(totals);
    double withTotal = settled(item.covarianceWithTotal(totals));
    double withRest = settled(withTotal - variance);
    double restVariance = totals.variance() - 2 * withTotal + variance;
    double most = item.covarianceWhenSorted(totals);
    return new ItemFigures(
        item.max() < EPSILON ? null : item.x() / totals.attempts() / item.max(),
        root(variance),
        restVariance < EPSILON || variance < EPSILON
            ? null
            : 100 * withRest / Math.sqrt(variance * restVariance),
        most < EPSILON ? null : 100 * withRest / most,
        withTotal < 0 || weights < EPSILON ? null : 100 * root(withTotal) / weights);
  }

  private static TotalFigures total(TotalSums totals, List<ItemSums> items) {
    int n = totals.attempts();
    double mean = totals.mean();
    double variance = totals.variance();
    double deviation = root(variance);
    if (variance < EPSILON) {
      return new TotalFigures(n, mean, totals.median(), 0, null, null, null, null, null);
    }
    double m2 = totals.t2() / n - mean * mean;
    double m3 = totals.t3() / n - 3 * mean * totals.t2() / n + 2 * cube(mean);
    double m4 =
        totals.t4() / n
            - 4 * mean * totals.t3() / n
            + 6 * mean * mean * totals.t2() / n
            - 3 * mean * cube(mean);
    double s = n;
    double k2 = s * m2 / (s - 1);
    double k3 = s * s * m3 / ((s - 1) * (s - 2));
    double k4 = s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2) / ((s - 1) * (s - 2) * (s - 3));
    Double alpha = alpha(items, totals, variance);
    Double errorRatio = alpha == null ? null : 100 * root(1 - alpha / 100);
    return new TotalFigures(
        n,
        mean,
        totals.median(),
        deviation,
        k3 / Math.pow(k2, 1.5),
        k4 / (k2 * k2),
        alpha,
        errorRatio,
        errorRatio == null ? null : errorRatio * deviation / 100);
  }

  private static @Nullable Double alpha(List<ItemSums> items, TotalSums totals, double variance) {
    int p = items.size();
    if (p < 2) {
      return null;
    }
    double ofItems = items.stream().mapToDouble(item -> item.variance(totals)).sum();
    return 100.0 * p / (p - 1) * (1 - ofItems / variance);
  }

  /** Of what may be below zero by rounding, or by a covariance that counts for nothing then. */
  private static double root(double square) {
    return Math.sqrt(Math.max(0, square));
  }

  /** Zero where rounding leaves a little, so that no sign is read into it. */
  private static double settled(double covariance) {
    return Math.abs(covariance) < EPSILON ? 0 : covariance;
  }

  private static double cube(double value) {
    return value * value * value;
  }
}
