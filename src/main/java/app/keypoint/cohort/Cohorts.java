package app.keypoint.cohort;

import app.keypoint.access.Own;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * The cohorts that an instructor runs: their own, and those to which the owner added them. Every
 * method wants the role of an instructor ({@link
 * org.springframework.security.access.AccessDeniedException} otherwise), and answers {@link
 * app.keypoint.identity.GoneException} for a cohort of somebody else just as for one that does not
 * exist. An administrator is no exception.
 */
@Validated
public interface Cohorts {

  /** All that this instructor runs, archived ones too, by name. */
  List<Cohort> of(@Own long instructorId);

  /** One of them. */
  Cohort require(@Own long instructorId, long cohortId);

  /**
   * The same, held until the caller's transaction ends: nobody who runs it is taken away meanwhile.
   *
   * @throws app.keypoint.identity.GoneException also when it is archived
   */
  Cohort holdRunning(@Own long instructorId, long cohortId);

  /**
   * Starts an empty cohort with a new join code.
   *
   * @throws IllegalArgumentException when the name is blank or longer than {@link Cohort#MAX_NAME}
   */
  Cohort create(@Own long instructorId, @Size(max = Accounts.MAX_TYPED) String name);

  /**
   * Gives a cohort another name.
   *
   * @throws IllegalArgumentException when the name is blank or longer than {@link Cohort#MAX_NAME}
   */
  void rename(@Own long instructorId, long cohortId, @Size(max = Accounts.MAX_TYPED) String name);

  /**
   * Replaces the join code; the old one leads nowhere from now on. Members stay.
   *
   * @throws app.keypoint.identity.GoneException also when it is archived
   */
  JoinCode renewCode(@Own long instructorId, long cohortId);

  /**
   * Ends a cohort that is not needed for now: nobody joins, nothing is asked of its members, and
   * its figures stay. Nothing changes when it is archived already.
   */
  void archive(@Own long instructorId, long cohortId);

  /** Goes on with an archived cohort, as it was. */
  void bringBack(@Own long instructorId, long cohortId);

  /** Ends a cohort for good; its owner does. The learners keep all that they learned. */
  void delete(@Own long instructorId, long cohortId);

  /**
   * Ends a learner's membership, and with it the instructor's view of them. The code does not let
   * them in again until {@link #allowBack}.
   *
   * @throws app.keypoint.identity.GoneException also when they are no member
   */
  void removeMember(@Own long instructorId, long cohortId, long learnerId);

  /** The learners who were removed and not allowed back since, the latest first, 100 at most. */
  List<Removed> removed(@Own long instructorId, long cohortId);

  /** Lets the join code work again for somebody who was removed; they are not a member by that. */
  void allowBack(@Own long instructorId, long cohortId, long learnerId);

  /** Somebody who was a member. */
  record Removed(long learnerId, String name) {}
}
