package app.keypoint.insight.evaluation;

/**
 * An answer that counts, with what each scheduler said of it beforehand.
 *
 * @param bin among which answers it is compared
 * @param recalled whether it was rated 2 or better
 * @param sm2 predicted probability of recall, 0..1
 * @param fsrs predicted probability of recall, 0..1
 */
record Prediction(Bin bin, boolean recalled, double sm2, double fsrs) {}
