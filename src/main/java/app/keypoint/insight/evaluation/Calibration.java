package app.keypoint.insight.evaluation;

/**
 * Answers that were predicted alike, and what became of them.
 *
 * @param predicted mean of the predictions, 0..1
 * @param observed share that was recalled, 0..1
 * @param answers how many, 1 or more
 */
public record Calibration(double predicted, double observed, int answers) {}
