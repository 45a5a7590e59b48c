package app.keypoint.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How one learner's instants fall into study days. A study day starts at the rollover hour in the
 * learner's zone, so that a review at one in the morning belongs to the evening before.
 *
 * @param zone the learner's time zone
 * @param rolloverHour the hour at which a study day starts, 0..23
 */
public record StudyCalendar(ZoneId zone, int rolloverHour) {

  /** The rollover hour of a new account. */
  public static final int DEFAULT_ROLLOVER_HOUR = 4;

  /**
   * @throws IllegalArgumentException when the hour is not 0..23
   */
  public StudyCalendar {
    if (rolloverHour < 0 || rolloverHour > 23) {
      throw new IllegalArgumentException("Rollover hour must be 0..23 but is " + rolloverHour);
    }
  }

  /** The study day that an instant belongs to. Never falls when the instant rises. */
  public LocalDate dayOf(Instant instant) {
    LocalDate date = LocalDate.ofInstant(instant, zone);
    // Compared as instants: a local comparison would go back by a day where clocks are set back
    // over the rollover hour.
    return instant.isBefore(startOf(date)) ? date.minusDays(1) : date;
  }

  /** The first instant of a study day; where a DST jump skips the hour, the instant of the jump. */
  public Instant startOf(LocalDate day) {
    return day.atTime(rolloverHour, 0).atZone(zone).toInstant();
  }
}
