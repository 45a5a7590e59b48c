package app.keypoint.review;

/** What a learner may do to cards besides answering them. Each can be undone. */
public enum CardAction {
  /** Out of the queue until tomorrow. */
  BURY,
  /** Out of the queue until brought back. */
  SUSPEND,
  /** Back on its due day, no longer buried, put off or suspended. */
  BRING_BACK,
  /** Learned again from the start. */
  START_AFRESH,
  /** Easiness (or difficulty) as of a new card; the due day stays. */
  RESET_EASINESS
}
