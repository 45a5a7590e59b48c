package app.keypoint.scheduling;

/**
 * FSRS-6, which models the memory itself and plans for a desired retention. One learning step, so
 * that a question answered rightly in a quiz is not asked again on the same day.
 */
public record FsrsScheduler(Fsrs fsrs) implements Scheduler {

  private static final Fsrs STANDARD = Fsrs.published(0.9);

  /**
   * @param retention the share of cards to be remembered on their day
   * @throws IllegalArgumentException when it is out of FSRS's range
   */
  public FsrsScheduler(double retention) {
    this(Fsrs.published(retention));
  }

  @Override
  public MemoryState after(MemoryState before, Grade grade, int elapsedDays) {
    int stepsLeft = before.intervalDays() == 0 ? 1 : 0;
    FsrsState next =
        fsrs.after(
            new FsrsState(
                before.stability(), before.difficulty(), before.intervalDays(), stepsLeft),
            grade.rating(),
            elapsedDays);
    return new MemoryState(
        grade.lapse() ? 0 : before.repetitions() + 1,
        MemoryState.NONE.easiness(),
        next.interval(),
        next.stability(),
        next.difficulty());
  }

  @Override
  public boolean drills(Grade grade) {
    return false;
  }

  @Override
  public MemoryState eased(MemoryState memory) {
    double difficulty =
        memory.stability() == 0
            ? 0
            : STANDARD.after(STANDARD.fresh(), Grade.GOOD.rating(), 0).difficulty();
    return new MemoryState(
        memory.repetitions(),
        memory.easiness(),
        memory.intervalDays(),
        memory.stability(),
        difficulty);
  }

  /**
   * The probability of recall, 0..1, so many days after an answer that left this stability.
   *
   * @param stability in days, above 0
   * @param elapsedDays 0 or more
   */
  public static double recall(double stability, int elapsedDays) {
    return STANDARD.recall(new FsrsState(stability, 1, 0, 0), elapsedDays);
  }

  /** F of the curve that {@link #recall} follows, R = (1 + F t/S)^D, for sums in a database. */
  public static double curve() {
    return STANDARD.factor();
  }

  /** D of that curve. */
  public static double decay() {
    return STANDARD.decay();
  }
}
