package app.keypoint.insight.evaluation;

import java.util.List;

/**
 * How well one predictor foresaw the counted answers.
 *
 * @param logLoss mean of -ln of the probability given to what happened, 0 or more, less is better
 * @param rmseBins root of the weighted mean square of predicted less observed recall in the bins of
 *     {@link Bin}, 0..1, less is better
 * @param auc probability that a recalled answer was predicted higher than a forgotten one, a tie
 *     counting half; 0..1, more is better, 0.5 is chance; NaN when all were recalled or none
 * @param calibration from the lowest prediction to the highest, at most ten
 */
public record Fit(double logLoss, double rmseBins, double auc, List<Calibration> calibration) {

  /** Copies the list. */
  public Fit {
    calibration = List.copyOf(calibration);
  }
}
