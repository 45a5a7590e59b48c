package app.keypoint.identity;

import app.keypoint.access.PersonalData.Held;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** Accounts whose owners ask that they be erased; refuses everybody but administrators. */
@Validated
public interface ErasureAdministration {

  /** The most requests that are told at a time. */
  int MAX = 200;

  /** Those who ask, who has waited longest first, at most {@link #MAX}. */
  List<Request> requests();

  /** What somebody else has to take over before an account can be erased. */
  List<Held> heldBy(long accountId);

  /**
   * Gives all of that to an instructor, where the owner of the account cannot.
   *
   * @param username sign-in name of the instructor
   * @throws GoneException when the account's owner does not ask to be erased (any more), or no
   *     other instructor has this name
   * @throws app.keypoint.access.PersonalData.NoRoom when the instructor cannot take so much
   */
  void handOver(long accountId, @Size(max = Accounts.MAX_TYPED) String username);

  /**
   * Erases an account for good: names, what opens it, mail addresses, typed words and notes go;
   * answers, marks and sums stay under a number. It is switched off and its sessions end before any
   * of that; if it cannot be carried out after all, it is switched on again.
   *
   * @throws GoneException when its owner does not ask for it (any more)
   * @throws StillHeld while something is theirs to run
   * @throws app.keypoint.access.PersonalData.UnderWay while long work on what is theirs goes on,
   *     such as an import
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
