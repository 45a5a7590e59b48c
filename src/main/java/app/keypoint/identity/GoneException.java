package app.keypoint.identity;

/**
 * What somebody asks for is not there, or not for them: which of the two is nobody's business. The
 * only exception by which a service says so, so that a fault of the program never passes for it.
 */
public class GoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what for whoever reads the log, such as "cohort 7"
   */
  public GoneException(String what) {
    super("No " + what);
  }
}
