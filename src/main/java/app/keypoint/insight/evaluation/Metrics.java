package app.keypoint.insight.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures of predictions against what happened; all need at least one answer. */
final class Metrics {

  /** No answer costs infinitely much, however sure a prediction was. */
  private static final double CERTAIN = 1e-6;

  private static final int CALIBRATION_BINS = 10;

  private Metrics() {}

  static Fit fit(List<Prediction> answers, double[] predicted) {
    Integer[] ascending = ascending(predicted);
    return new Fit(
        Arrays.stream(losses(answers, predicted)).average().orElseThrow(),
        rmseBins(answers, predicted),
        auc(answers, predicted, ascending),
        calibration(answers, predicted, ascending));
  }

  /** For each answer -ln of the probability that was given to what happened. */
  static double[] losses(List<Prediction> answers, double[] predicted) {
    double[] losses = new double[predicted.length];
    for (int i = 0; i < predicted.length; i++) {
      double p = Math.clamp(predicted[i], CERTAIN, 1 - CERTAIN);
      losses[i] = -Math.log(answers.get(i).recalled() ? p : 1 - p);
    }
    return losses;
  }

  static double rmseBins(List<Prediction> answers, double[] predicted) {
    Map<Bin, Tally> bins = new HashMap<>();
    for (int i = 0; i < predicted.length; i++) {
      bins.computeIfAbsent(answers.get(i).bin(), bin -> new Tally())
          .add(predicted[i], answers.get(i).recalled());
    }
    double squares =
        bins.values().stream().mapToDouble(bin -> bin.count * Math.pow(bin.error(), 2)).sum();
    return Math.sqrt(squares / predicted.length);
  }

  /** By the rank-sum statistic: equal predictions share their mean rank. */
  static double auc(List<Prediction> answers, double[] predicted, Integer[] ascending) {
    double rankSum = 0;
    long recalled = 0;
    for (int from = 0; from < ascending.length; ) {
      int to = endOfTie(predicted, ascending, from);
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        if (answers.get(ascending[i]).recalled()) {
          recalled++;
          rankSum += rank;
        }
      }
      from = to;
    }
    long forgotten = ascending.length - recalled;
    return recalled == 0 || forgotten == 0
        ? Double.NaN
        : (rankSum - recalled * (recalled + 1) / 2.0) / ((double) recalled * forgotten);
  }

  /** Tenths of the answers by their prediction; equal predictions stay together. */
  static List<Calibration> calibration(
      List<Prediction> answers, double[] predicted, Integer[] ascending) {
    List<Calibration> bins = new ArrayList<>();
    Tally tally = new Tally();
    int bin = 0;
    for (int from = 0; from < ascending.length; ) {
      int next = (int) ((long) CALIBRATION_BINS * from / ascending.length);
      if (next > bin) {
        bins.add(tally.calibration());
        tally = new Tally();
        bin = next;
      }
      int to = endOfTie(predicted, ascending, from);
      for (int i = from; i < to; i++) {
        tally.add(predicted[ascending[i]], answers.get(ascending[i]).recalled());
      }
      from = to;
    }
    bins.add(tally.calibration());
    return bins;
  }

  private static Integer[] ascending(double[] predicted) {
    Integer[] indexes = new Integer[predicted.length];
    Arrays.setAll(indexes, i -> i);
    Arrays.sort(indexes, Comparator.comparingDouble(i -> predicted[i]));
    return indexes;
  }

  private static int endOfTie(double[] predicted, Integer[] ascending, int from) {
    int to = from + 1;
    while (to < ascending.length && predicted[ascending[to]] == predicted[ascending[from]]) {
      to++;
    }
    return to;
  }

  private static final class Tally {

    private int count;
    private int recalled;
    private double predicted;

    void add(double probability, boolean wasRecalled) {
      count++;
      recalled += wasRecalled ? 1 : 0;
      predicted += probability;
    }

    double error() {
      return (predicted - recalled) / count;
    }

    Calibration calibration() {
      return new Calibration(predicted / count, (double) recalled / count, count);
    }
  }
}
