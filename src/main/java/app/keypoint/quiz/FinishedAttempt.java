package app.keypoint.quiz;

import java.time.Instant;

/**
 * How an attempt ended.
 *
 * @param score marks got
 * @param max marks to be had
 */
public record FinishedAttempt(long id, Instant finishedAt, double score, int max) {

  /** Share of marks, 0..1. */
  public double share() {
    return max == 0 ? 0 : score / max;
  }
}
