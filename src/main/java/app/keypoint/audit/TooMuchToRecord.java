package app.keypoint.audit;

import java.time.Duration;

/** Somebody has caused as many entries as the log keeps of one person at a time. */
public class TooMuchToRecord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  /**
   * @param wait until more are kept
   */
  public TooMuchToRecord(Duration wait) {
    super("No more entries of this person are kept for " + wait);
    this.wait = wait;
  }

  /** Until more are kept, in minutes begun. */
  public long minutes() {
    return Math.max(1, Math.ceilDiv(wait.toSeconds(), 60));
  }
}
