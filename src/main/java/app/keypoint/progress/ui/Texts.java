package app.keypoint.progress.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words, numbers and dates in the language of the page. */
final class Texts {

  private Texts() {}

  static String text(String key, Object... arguments) {
    return I18NProvider.translate(locale(), "progress." + key, arguments);
  }

  /** A share of 0..1 in whole per cent. */
  static String percent(double share) {
    return NumberFormat.getPercentInstance(locale()).format(share);
  }

  static String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** With weekday and month in full, without the year. */
  static String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(text("day-format"), locale()).format(day);
  }

  /** To the second below an hour, to the minute above. */
  static String duration(Duration duration) {
    if (duration.toHours() > 0) {
      return text("time.hours-minutes", duration.toHours(), duration.toMinutesPart());
    }
    if (duration.toMinutes() == 0) {
      return text("time.seconds", duration.toSeconds());
    }
    return duration.toSecondsPart() == 0
        ? text("time.minutes", duration.toMinutes())
        : text("time.minutes-seconds", duration.toMinutes(), duration.toSecondsPart());
  }

  /** How long ago something was, in its largest unit. */
  static String ago(Instant then, Instant now) {
    Duration ago = Duration.between(then, now);
    if (ago.toDays() > 0) {
      return text("ago.days", ago.toDays());
    }
    if (ago.toHours() > 0) {
      return text("ago.hours", ago.toHours());
    }
    return ago.toMinutes() > 0 ? text("ago.minutes", ago.toMinutes()) : text("ago.now");
  }

  static Locale locale() {
    return UI.getCurrent().getLocale();
  }
}
