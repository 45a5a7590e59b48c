package app.keypoint.support.races;

/** Where a transaction stops and another overtakes it. */
public enum Point {
  /** About to take the lock: what it has read by then may grow old. */
  BEFORE_LOCK,
  /** Holding the lock, and nothing written yet. */
  AFTER_LOCK,
  /** All written, and nothing of it seen by others. */
  BEFORE_COMMIT
}
