package app.keypoint.review.history;

/** A past cannot be brought as it is. Nothing was changed. */
public class ImportRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, and by that what to do about it. */
  public enum Reason {
    /** Another import of the same learner is under way. */
    BUSY,
    /** More answers than may be brought at a time. */
    TOO_MANY,
    /** More answers than a learner may bring in all. */
    FULL
  }

  private final Reason reason;
  private final int most;

  /**
   * @param most answers that are allowed, or 0 when it is not about that
   */
  public ImportRefused(Reason reason, int most) {
    super("Import refused: " + reason);
    this.reason = reason;
    this.most = most;
  }

  public Reason reason() {
    return reason;
  }

  public int most() {
    return most;
  }
}
