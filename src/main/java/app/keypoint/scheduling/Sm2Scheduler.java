package app.keypoint.scheduling;

/** SM-2, which grades from the interval and not from the time that really passed. */
public record Sm2Scheduler() implements Scheduler {

  @Override
  public MemoryState after(MemoryState before, Grade grade, int elapsedDays) {
    Sm2 next =
        new Sm2(before.repetitions(), before.easiness(), before.intervalDays()).after(grade.q());
    return new MemoryState(next.repetitions(), next.easiness(), next.interval(), 0, 0);
  }

  /** A grade of exactly 3 stays in the day's drill. */
  @Override
  public boolean drills(Grade grade) {
    return grade == Grade.HARD;
  }

  @Override
  public MemoryState eased(MemoryState memory) {
    return new MemoryState(
        memory.repetitions(), MemoryState.NONE.easiness(), memory.intervalDays(), 0, 0);
  }
}
