package app.keypoint.progress;

import app.keypoint.access.Own;
import java.util.List;

/**
 * Cohorts that ask a learner to become a member; implemented by cohorts, since they use progress.
 */
public interface Invitations {

  /** Those that wait for an answer, by name. One statement while there are none. */
  List<Invitation> of(@Own long learnerId);

  /**
   * Becomes a member.
   *
   * @return the cohort's name
   * @throws app.keypoint.identity.GoneException when they are not asked (any more)
   */
  String accept(@Own long learnerId, long cohortId);

  /**
   * Says no, after which no roster asks again; the join code still lets them in.
   *
   * @throws app.keypoint.identity.GoneException when they are not asked (any more)
   */
  void refuse(@Own long learnerId, long cohortId);

  /**
   * What a learner is told before they decide.
   *
   * @param instructors display names of those who would see their progress, the owner's first
   */
  record Invitation(long cohortId, String cohort, List<String> instructors) {}
}
