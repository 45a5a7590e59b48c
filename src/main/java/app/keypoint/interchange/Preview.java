package app.keypoint.interchange;

import app.keypoint.review.history.ImportRefused;
import app.keypoint.review.history.ReviewHistory.Addition;

/** What importing a file would come to. */
public sealed interface Preview {

  /**
   * The file can be imported.
   *
   * @param findings what stands in the rows that would be left out
   * @param addition what the other rows come to
   */
  record Offer(Summary summary, Findings findings, Addition addition) implements Preview {}

  /** The file cannot be imported. */
  record Declined(Reading.Refused reason) implements Preview {}

  /** The file is in order, but its answers cannot be taken. */
  record Refused(ImportRefused why) implements Preview {}
}
