package app.keypoint.scheduling;

/** Decides how many days pass until a card is due again. Pure: equal input gives equal output. */
public sealed interface Scheduler permits Sm2Scheduler, FsrsScheduler {

  /** No interval is longer, in days: a hundred years. */
  int MAX_INTERVAL = Sm2.MAX_INTERVAL;

  /**
   * The memory after a scheduled answer.
   *
   * @param elapsedDays study days since the last scheduled answer, 0 or more; 0 for the first one
   */
  MemoryState after(MemoryState before, Grade grade, int elapsedDays);

  /** Whether an answer that was remembered is still drilled on the same day. */
  boolean drills(Grade grade);

  /** The memory with the trouble of the past forgiven: easiness or difficulty as of a new card. */
  MemoryState eased(MemoryState memory);
}
