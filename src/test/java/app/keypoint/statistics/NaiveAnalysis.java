package app.keypoint.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The definitions word by word, over every attempt, with no sums taken beforehand. */
public final class NaiveAnalysis {

  private static final double ZERO = 1e-9;

  private final double[][] marks;
  private final double[] totals;

  /**
   * @param marks a row for each attempt, a column for each question of one mark
   */
  public NaiveAnalysis(List<double[]> marks) {
    this.marks = marks.toArray(double[][]::new);
    this.totals = marks.stream().mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  }

  public TotalFigures total() {
    int s = totals.length;
    double mean = mean(totals);
    double variance = covariance(totals, totals);
    double[] sorted = sorted(totals);
    double median = (sorted[(s - 1) / 2] + sorted[s / 2]) / 2;
    if (variance < ZERO) {
      return new TotalFigures(s, mean, median, 0, null, null, null, null, null);
    }
    double m2 = moment(2);
    double m3 = moment(3);
    double m4 = moment(4);
    double k2 = s * m2 / (s - 1.0);
    double k3 = s * (double) s * m3 / ((s - 1.0) * (s - 2.0));
    double k4 =
        s
            * (double) s
            * ((s + 1.0) * m4 - 3.0 * (s - 1.0) * m2 * m2)
            / ((s - 1.0) * (s - 2.0) * (s - 3.0));
    int p = marks[0].length;
    Double alpha = null;
    Double errorRatio = null;
    Double standardError = null;
    if (p > 1) {
      double ofItems =
          IntStream.range(0, p).mapToDouble(item -> covariance(x(item), x(item))).sum();
      alpha = 100.0 * p / (p - 1) * (1 - ofItems / variance);
      errorRatio = 100 * Math.sqrt(Math.max(0, 1 - alpha / 100));
      standardError = errorRatio * Math.sqrt(variance) / 100;
    }
    return new TotalFigures(
        s,
        mean,
        median,
        Math.sqrt(variance),
        k3 / Math.pow(k2, 1.5),
        k4 / (k2 * k2),
        alpha,
        errorRatio,
        standardError);
  }

  public ItemFigures item(int item) {
    double[] x = x(item);
    double[] o = rest(item);
    double variance = covariance(x, x);
    double restVariance = covariance(o, o);
    double most = covariance(sorted(x), sorted(o));
    double withTotal = covariance(x, totals);
    double weights =
        IntStream.range(0, marks[0].length)
            .mapToDouble(each -> covariance(x(each), totals))
            .filter(each -> each >= 0)
            .map(Math::sqrt)
            .sum();
    return new ItemFigures(
        mean(x),
        Math.sqrt(variance),
        variance < ZERO || restVariance < ZERO
            ? null
            : 100 * covariance(x, o) / Math.sqrt(variance * restVariance),
        most < ZERO ? null : 100 * covariance(x, o) / most,
        withTotal < -ZERO || weights < ZERO
            ? null
            : 100 * Math.sqrt(Math.max(0, withTotal)) / weights);
  }

  /**
   * @param chose whether the option was chosen in each attempt
   */
  public @Nullable Double pointBiserial(boolean[] chose) {
    double[] indicator = new double[chose.length];
    for (int i = 0; i < chose.length; i++) {
      indicator[i] = chose[i] ? 1 : 0;
    }
    double most = covariance(indicator, indicator) * covariance(totals, totals);
    return most < ZERO ? null : covariance(indicator, totals) / Math.sqrt(most);
  }

  /** What a database would add up of it. */
  public TotalSums totalSums() {
    return new TotalSums(totals.length, power(1), power(2), power(3), power(4), total().median());
  }

  /** Likewise. */
  public List<ItemSums> itemSums() {
    return IntStream.range(0, marks[0].length)
        .mapToObj(
            item -> {
              double[] x = x(item);
              return new ItemSums(
                  1,
                  Arrays.stream(x).sum(),
                  product(x, x),
                  product(x, totals),
                  product(sorted(x), sorted(rest(item))));
            })
        .toList();
  }

  public double[] totals() {
    return totals.clone();
  }

  private double[] x(int item) {
    return Arrays.stream(marks).mapToDouble(row -> row[item]).toArray();
  }

  private double[] rest(int item) {
    return IntStream.range(0, totals.length)
        .mapToDouble(attempt -> totals[attempt] - marks[attempt][item])
        .toArray();
  }

  private double power(int exponent) {
    return Arrays.stream(totals).map(total -> Math.pow(total, exponent)).sum();
  }

  private double moment(int exponent) {
    double mean = mean(totals);
    return Arrays.stream(totals).map(total -> Math.pow(total - mean, exponent)).average().orElse(0);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    return IntStream.range(0, a.length).mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB)).sum()
        / (a.length - 1);
  }

  private static double product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
