package app.keypoint.reminder;

/** What a learner asked for was not done, and nothing was changed. */
public class ReminderRefused extends RuntimeException {

  /** Why. */
  public enum Reason {
    /** It is not an address. */
    ADDRESS,
    /** Too many links were sent to this address or for this learner. */
    TOO_MANY,
    /** The mail server did not take the mail with the link. */
    NOT_SENT
  }

  private final Reason reason;

  public ReminderRefused(Reason reason) {
    super("Reminder refused: " + reason);
    this.reason = reason;
  }

  public Reason getReason() {
    return reason;
  }
}
