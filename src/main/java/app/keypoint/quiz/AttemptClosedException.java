package app.keypoint.quiz;

/** The attempt takes no more answers: it is finished, or was dropped for a new one. */
public class AttemptClosedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public AttemptClosedException(long attemptId) {
    super("Attempt " + attemptId + " is closed");
  }
}
