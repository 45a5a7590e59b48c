package app.keypoint.cohort;

/** An instructor removed this learner; the code lets them in again once they are allowed back. */
public class RemovedMemberException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RemovedMemberException(long learnerId, long cohortId) {
    super("Learner " + learnerId + " was removed from cohort " + cohortId);
  }
}
