package app.keypoint.quiz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * From when and until when somebody is asked to finish a quiz.
 *
 * @param opens null when it is open from the start
 * @param due theirs, which may be later than that of others
 * @param extended whether it is
 * @param wanted the least share of marks that counts, 0..1; null when any does
 * @param done when they first finished it with that; null while they have not
 */
public record Deadline(
    @Nullable Instant opens,
    Instant due,
    boolean extended,
    @Nullable Double wanted,
    @Nullable Instant done) {

  /** Where somebody stands with it. */
  public enum State {
    /** Not finished, and past its time. */
    LATE,
    OPEN,
    /** Its time has not come. */
    AHEAD,
    DONE_LATE,
    DONE
  }

  /**
   * How many days late it was done, or is by now if it has not been: days of the calendar, as
   * people count them. 0 within the day on which it was due, and when it is not late.
   */
  public long daysLate(Instant now, ZoneId zone) {
    LocalDate until = LocalDate.ofInstant(done == null ? now : done, zone);
    return Math.max(0, until.toEpochDay() - LocalDate.ofInstant(due, zone).toEpochDay());
  }

  /** At this moment. What is done at the very moment is in time. */
  public State state(Instant now) {
    if (done != null) {
      return done.isAfter(due) ? State.DONE_LATE : State.DONE;
    }
    if (now.isAfter(due)) {
      return State.LATE;
    }
    return opens != null && now.isBefore(opens) ? State.AHEAD : State.OPEN;
  }
}
