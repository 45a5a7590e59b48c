package app.keypoint.identity;

import java.util.Optional;

/** What registration needs to know of cohorts; implemented by them, since they use accounts. */
public interface JoinCodes {

  /**
   * The name of the cohort that this code leads to, however it was typed; empty if there is none.
   */
  Optional<String> cohortNamed(String code);

  /**
   * Makes an account a member, in the caller's transaction; nothing changes if it is one already.
   *
   * @throws IllegalArgumentException when there is no such code
   */
  void enrol(long accountId, String code);
}
