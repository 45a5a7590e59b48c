package app.keypoint.review.statistics;

/** How much waits over all learners, each by their own study day. */
public interface QueueSize {

  Counts now();

  /**
   * @param due cards to be answered, overdue ones included
   * @param overdue those whose day was before the learner's present one
   */
  record Counts(long due, long overdue) {}
}
