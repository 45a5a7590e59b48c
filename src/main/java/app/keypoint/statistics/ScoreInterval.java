package app.keypoint.statistics;

/**
 * The true rates that would plausibly give a share by chance: the 95 % score interval of E. B.
 * Wilson (1927).
 *
 * @param low 0..1
 * @param high 0..1
 */
public record ScoreInterval(double low, double high) {

  /** The 97.5 % quantile of the normal distribution, for a range of 95 %. */
  private static final double Z = 1.959964;

  /** Of so many out of a total; everything is plausible when there is nothing to go by. */
  public static ScoreInterval of(int successes, int total) {
    if (total <= 0) {
      return new ScoreInterval(0, 1);
    }
    double rate = (double) successes / total;
    double centre = rate + Z * Z / (2 * total);
    double margin = Z * Math.sqrt(rate * (1 - rate) / total + Z * Z / (4.0 * total * total));
    double scale = 1 + Z * Z / total;
    return new ScoreInterval(
        Math.max(0, (centre - margin) / scale), Math.min(1, (centre + margin) / scale));
  }
}
