package app.keypoint.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a learner's review of the day is; the same on every device, on Today, in the queue and at
 * its end.
 *
 * @param cleared cards answered so that they left the day's queue
 * @param drills cards answered today that come up once more
 * @param today cards whose day is today
 * @param backlog cards whose day has passed
 * @param fresh new cards that may still be begun today
 * @param overLimit due cards beyond the learner's limit for the day
 * @param nextDay the first later day on which cards come up, or null
 * @param nextCards how many come up on that day
 */
public record ReviewProgress(
    int cleared,
    int drills,
    int today,
    int backlog,
    int fresh,
    int overLimit,
    @Nullable LocalDate nextDay,
    int nextCards) {

  /** Cards still to be asked today. */
  public int left() {
    return drills + today + backlog + fresh;
  }

  public int total() {
    return cleared + left();
  }
}
