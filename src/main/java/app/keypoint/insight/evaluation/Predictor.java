package app.keypoint.insight.evaluation;

/** What predicts whether an answer will be right. */
public enum Predictor {
  /** 0.9^(t/I): SM-2 says nothing of memory, but its intervals aim at nine in ten when due. */
  SM2,
  /** R of FSRS-6 with its default weights. */
  FSRS,
  /** The baseline: the learner's own share of right answers, the same for every answer. */
  MEAN
}
