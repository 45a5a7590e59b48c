package app.keypoint.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The application's clock: the system's time, except inside {@link #at}, where it stands still at a
 * given instant for the calling thread. The demo history and tests run the real services that way.
 */
public final class SimulatedTime extends Clock {

  private static final ScopedValue<Instant> INSTANT = ScopedValue.newInstance();
  private static final Clock SYSTEM = Clock.systemUTC();

  /** Runs an action as if it were the given instant. */
  public static void at(Instant instant, Runnable action) {
    ScopedValue.where(INSTANT, instant).run(action);
  }

  @Override
  public Instant instant() {
    return INSTANT.isBound() ? INSTANT.get() : SYSTEM.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Zones belong to learners: use StudyCalendar");
  }
}
