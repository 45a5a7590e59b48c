package app.keypoint.identity;

import app.keypoint.access.PersonalData.Held;
import java.time.Instant;
import java.util.List;

/** Accounts whose owners ask that they be erased; refuses everybody but administrators. */
public interface ErasureAdministration {

  /** The most requests that are told at a time. */
  int MAX = 200;

  /** Those who ask, who has waited longest first, at most {@link #MAX}. */
  List<Request> requests();

  /** What somebody else has to take over before an account can be erased. */
  List<Held> heldBy(long accountId);

  /**
   * Erases an account for good: names, what opens it, mail addresses, typed words and notes go;
   * answers, marks and sums stay under a number.
   *
   * @throws GoneException when its owner does not ask for it (any more)
   * @throws StillHeld while something is theirs to run
   * @throws AccountAdministration.LastAdministrator when nobody would be left who can administer
   */
  void carryOut(long accountId);

  /** Somebody asks. */
  record Request(Account account, Instant since) {}

  /** Somebody else has to take over first. */
  class StillHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StillHeld(long accountId) {
      super("Account " + accountId + " runs cohorts or owns quizzes");
    }
  }
}
