package app.keypoint.authoring.ui;

import app.keypoint.identity.Account;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Moments as their reader's clock shows them. */
public final class Times {

  private Times() {}

  public static String of(Instant moment, Account reader, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(moment.atZone(reader.calendar().zone()));
  }

  /** The time of day alone. */
  public static String ofDay(Instant moment, Account reader, Locale locale) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(moment.atZone(reader.calendar().zone()));
  }
}
