package app.keypoint.quiz;

import java.util.Collection;

/** What the score page says of reviews; implemented by them, since they use quizzes. */
public interface ReviewOutlook {

  /** What waits for a learner now of these questions. */
  Outlook of(long learnerId, Collection<String> questionIds);

  /**
   * How questions stand in review.
   *
   * @param cards how many of them are under review
   * @param due how many of those come up today
   */
  record Outlook(int cards, int due) {}
}
