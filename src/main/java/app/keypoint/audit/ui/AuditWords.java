package app.keypoint.audit.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;

/** Entries in words. */
final class AuditWords {

  /** Details that are one of a few words rather than a name. */
  private static final Set<String> WORDS =
      Set.of(
          "LEARNER",
          "INSTRUCTOR",
          "ADMINISTRATOR",
          "CREDENTIALS",
          "DISABLED",
          "THROTTLED",
          "CODE",
          "APP",
          "PASSKEY",
          "PROVIDER",
          "OWN_DATA",
          "REVIEW_LOG");

  private AuditWords() {}

  static String detail(Component of, String detail) {
    return WORDS.contains(detail) ? of.getTranslation("audit.detail." + detail) : detail;
  }

  static String time(Locale locale, ZoneId zone, Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }
}
