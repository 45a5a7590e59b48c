package app.keypoint.review;

import java.util.List;

/**
 * What can happen to a card. The log stores these names, screens have a text for each, and a step
 * that is taken back is of one of them.
 */
public enum StepKind {
  /** First answer, given in a quiz. */
  QUIZ,
  /** An answer that moves the schedule. */
  SCHEDULED,
  /** Once more on the same day; leaves the schedule alone. */
  DRILL,
  /** Extra practice; leaves the schedule alone. */
  PRACTICE,
  /** Out of the queue until tomorrow. */
  BURY,
  /** Out of the queue until brought back. */
  SUSPEND,
  /** Back on its due day, no longer buried, put off or suspended. */
  RESUME,
  /** Put off to a later day by catching up. */
  CATCH_UP,
  /** Learned again from the start. */
  RESET,
  /** Easiness (or difficulty) as of a new card; the due day stays. */
  EASE,
  /** Scheduled anew from its log, by another scheduler or with a past from elsewhere. */
  REPLAY,
  /** Another entry taken back. */
  UNDO;

  /** What a learner may do to cards besides answering them. Each can be undone. */
  public static final List<StepKind> ACTIONS = List.of(BURY, SUSPEND, RESUME, RESET, EASE);

  /** Whether it is one of {@link #ACTIONS}. */
  public boolean action() {
    return ACTIONS.contains(this);
  }

  /** Whether it is an answer taken out of the queue. */
  public boolean queueAnswer() {
    return this == SCHEDULED || this == DRILL;
  }

  /** Whether it is an answer given in review or practice. */
  public boolean reviewAnswer() {
    return queueAnswer() || this == PRACTICE;
  }
}
