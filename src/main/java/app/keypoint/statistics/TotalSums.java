package app.keypoint.statistics;

/**
 * Sums over the totals T of some attempts at the same questions.
 *
 * @param attempts how many attempts
 * @param t sum of T
 * @param t2 sum of T²
 * @param t3 sum of T³
 * @param t4 sum of T⁴
 * @param median of T
 */
public record TotalSums(int attempts, double t, double t2, double t3, double t4, double median) {

  double mean() {
    return t / attempts;
  }

  /** Divided by one less than the attempts. */
  double variance() {
    return (t2 - t * mean()) / (attempts - 1);
  }
}
