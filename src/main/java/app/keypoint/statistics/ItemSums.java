package app.keypoint.statistics;

/**
 * Sums over the marks x that attempts with the totals T got for one question; o = T - x is the
 * rest.
 *
 * @param max the most marks that the question gives
 * @param x sum of x
 * @param xx sum of x²
 * @param xt sum of x·T
 * @param sorted sum of x·o after each of the two was sorted on its own: the most that x·o can be
 */
public record ItemSums(double max, double x, double xx, double xt, double sorted) {

  /** Divided by one less than the attempts, as the two below. */
  double variance(TotalSums totals) {
    return (xx - x * x / totals.attempts()) / (totals.attempts() - 1);
  }

  double covarianceWithTotal(TotalSums totals) {
    return (xt - x * totals.mean()) / (totals.attempts() - 1);
  }

  double covarianceWhenSorted(TotalSums totals) {
    double rest = totals.t() - x;
    return (sorted - x * rest / totals.attempts()) / (totals.attempts() - 1);
  }
}
