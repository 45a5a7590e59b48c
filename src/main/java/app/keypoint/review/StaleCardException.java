package app.keypoint.review;

/** The card shown is no longer as it was shown; show the queue's head again. */
public class StaleCardException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StaleCardException(long cardId) {
    super("Card " + cardId + " has changed since it was shown");
  }
}
