package app.keypoint.review.scheduler;

import app.keypoint.review.Grade;
import app.keypoint.review.sm2.Schedule;

/** SM-2, which grades from the interval and not from the time that really passed. */
public record Sm2Scheduler() implements Scheduler {

  @Override
  public Memory after(Memory before, Grade grade, int elapsedDays) {
    Schedule next =
        new Schedule(before.repetitions(), before.easiness(), before.intervalDays())
            .after(grade.q());
    return new Memory(next.repetitions(), next.easiness(), next.interval(), 0, 0);
  }

  /** A grade of exactly 3 stays in the day's drill. */
  @Override
  public boolean drills(Grade grade) {
    return grade == Grade.HARD;
  }

  @Override
  public Memory eased(Memory memory) {
    return new Memory(memory.repetitions(), Memory.NONE.easiness(), memory.intervalDays(), 0, 0);
  }
}
