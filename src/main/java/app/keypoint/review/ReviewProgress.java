package app.keypoint.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a learner's review of the day is; the same on every device.
 *
 * @param cleared cards answered so that they left the day's queue
 * @param left cards in the queue
 * @param nextDay the first later day on which cards come up, or null
 * @param nextCards how many come up on that day
 */
public record ReviewProgress(int cleared, int left, @Nullable LocalDate nextDay, int nextCards) {

  public int total() {
    return cleared + left;
  }
}
