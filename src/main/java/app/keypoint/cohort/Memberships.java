package app.keypoint.cohort;

import app.keypoint.access.Own;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** The cohorts that a learner is in. */
@Validated
public interface Memberships {

  /** By name. */
  List<Membership> of(@Own long learnerId);

  /**
   * Makes the learner a member; nothing changes if they are one already.
   *
   * @param code however it was typed
   * @throws IllegalArgumentException when no cohort has this code
   * @throws RemovedMemberException when the cohort's instructor removed them
   * @throws app.keypoint.identity.TooManyAttempts when too many codes were wrong
   */
  Membership join(@Own long learnerId, @Size(max = JoinCode.MAX_TYPED) String code);

  /**
   * Ends a membership, and with it the instructors' view of the learner.
   *
   * @throws app.keypoint.identity.GoneException when they are no member
   */
  void leave(@Own long learnerId, long cohortId);

  /**
   * What a learner sees of a cohort.
   *
   * @param instructors display names of those who see the learner's progress, the owner's first
   * @param archived whether it is over; the instructors see what they saw before
   * @param notes how many its instructors have written about the learner for each other
   */
  record Membership(
      long cohortId,
      String cohort,
      List<String> instructors,
      Instant joinedAt,
      boolean archived,
      int notes) {}
}
