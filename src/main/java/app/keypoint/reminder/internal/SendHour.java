package app.keypoint.reminder.internal;

import app.keypoint.time.StudyCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * The hour of the day at which a learner wants a reminder, as instants. An hour that the clocks
 * skip is the instant of the jump, one that they repeat is the first of the two.
 *
 * @param hour 0..23
 */
record SendHour(int hour) {

  /**
   * @throws IllegalArgumentException when it is not 0..23
   */
  SendHour {
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("Hour must be 0..23 but is " + hour);
    }
  }

  /** The last time that it was this hour, possibly now. */
  Instant last(Instant now, ZoneId zone) {
    StudyCalendar days = days(zone);
    return days.startOf(days.dayOf(now));
  }

  /** The next time that it will be this hour, after now. */
  Instant next(Instant now, ZoneId zone) {
    StudyCalendar days = days(zone);
    return days.startOf(days.dayOf(now).plusDays(1));
  }

  /** As people read it. */
  String label(Locale locale) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(LocalTime.of(hour, 0));
  }

  /** Days that turn at this hour just as study days turn at theirs. */
  private StudyCalendar days(ZoneId zone) {
    return new StudyCalendar(zone, hour);
  }
}
