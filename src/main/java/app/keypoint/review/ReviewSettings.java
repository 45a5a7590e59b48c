package app.keypoint.review;

import app.keypoint.access.Own;
import app.keypoint.identity.Account;

/** Keeps learners' preferences. */
public interface ReviewSettings {

  /** What a learner chose, or the defaults. */
  ReviewPreferences of(@Own long learnerId);

  /**
   * Changes them. Another algorithm or desired retention schedules every card anew by replaying its
   * log: nothing is lost, and choosing what was chosen before gives back what was.
   *
   * @return how many cards are due on another day than before
   */
  int change(@Own Account learner, ReviewPreferences preferences);
}
