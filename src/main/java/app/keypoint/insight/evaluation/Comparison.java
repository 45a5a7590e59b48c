package app.keypoint.insight.evaluation;

import app.keypoint.review.history.PastAnswer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Which predictor knows a learner's memory best, by the learner's own answers.
 *
 * @param answers how many answers it rests on: those at least one study day after their card's last
 *     one, practice left out
 * @param margin twice the standard error of the schedulers' difference in log loss, taken answer by
 *     answer; a smaller difference may be chance. 0 with fewer than two answers
 * @param fits one for each predictor; empty when there are no answers
 */
public record Comparison(int answers, double margin, Map<Predictor, Fit> fits) {

  /** So many answers make the figures worth showing. */
  public static final int ENOUGH = 200;

  /** Copies the map. */
  public Comparison {
    fits = Map.copyOf(fits);
  }

  /**
   * Replays a learner's answers with each scheduler and measures its predictions.
   *
   * @param answers each card's own oldest first
   */
  public static Comparison of(List<PastAnswer> answers) {
    List<Prediction> counted = Predictions.of(answers);
    if (counted.isEmpty()) {
      return new Comparison(0, 0, Map.of());
    }
    double mean =
        counted.stream().mapToInt(answer -> answer.recalled() ? 1 : 0).average().orElseThrow();
    double[] sm2 = predictions(counted, Prediction::sm2);
    double[] fsrs = predictions(counted, Prediction::fsrs);
    double[] share = predictions(counted, answer -> mean);
    return new Comparison(
        counted.size(),
        margin(Metrics.losses(counted, sm2), Metrics.losses(counted, fsrs)),
        Map.of(
            Predictor.SM2, Metrics.fit(counted, sm2),
            Predictor.FSRS, Metrics.fit(counted, fsrs),
            Predictor.MEAN, Metrics.fit(counted, share)));
  }

  /** Whether there are enough answers to show the figures. */
  public boolean enough() {
    return answers >= ENOUGH;
  }

  /**
   * The predictor with the least log loss, the baseline included.
   *
   * @throws IllegalStateException when there are no answers
   */
  public Predictor best() {
    return fits.entrySet().stream()
        .min(
            Comparator.<Map.Entry<Predictor, Fit>>comparingDouble(e -> e.getValue().logLoss())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new IllegalStateException("No answers to compare by"));
  }

  /**
   * By how much FSRS predicts better than SM-2, in log loss; negative when SM-2 is better.
   *
   * @throws IllegalStateException when there are no answers
   */
  public double lead() {
    return fit(Predictor.SM2).logLoss() - fit(Predictor.FSRS).logLoss();
  }

  /**
   * The scheduler that predicts better than the other by more than chance explains, or empty.
   *
   * @throws IllegalStateException when there are no answers
   */
  public Optional<Predictor> better() {
    double lead = lead();
    return Math.abs(lead) <= margin
        ? Optional.empty()
        : Optional.of(lead > 0 ? Predictor.FSRS : Predictor.SM2);
  }

  /**
   * @throws IllegalStateException when there are no answers
   */
  public Fit fit(Predictor predictor) {
    Fit fit = fits.get(predictor);
    if (fit == null) {
      throw new IllegalStateException("No answers to compare by");
    }
    return fit;
  }

  private static double[] predictions(
      List<Prediction> counted, ToDoubleFunction<Prediction> predictor) {
    return counted.stream().mapToDouble(predictor).toArray();
  }

  private static double margin(double[] one, double[] other) {
    int n = one.length;
    if (n < 2) {
      return 0;
    }
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (one[i] - other[i]) / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += Math.pow(one[i] - other[i] - mean, 2);
    }
    return 2 * Math.sqrt(squares / (n - 1) / n);
  }
}
