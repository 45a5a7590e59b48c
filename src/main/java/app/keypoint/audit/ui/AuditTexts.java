package app.keypoint.audit.ui;

import app.keypoint.audit.AuditEntry;
import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries in words. */
final class AuditTexts {

  /** Details that are one of a few words: whom, how, why not. A test holds them to their enums. */
  static final Set<String> WORDS =
      Set.of(
          "LEARNER",
          "INSTRUCTOR",
          "ADMINISTRATOR",
          "PASSWORD",
          "APP",
          "RECOVERY_CODE",
          "PASSKEY",
          "PROVIDER",
          "REGISTRATION",
          "CREDENTIALS",
          "DISABLED",
          "THROTTLED",
          "CODE",
          "OPERATOR",
          "MAKING_ACCOUNTS",
          "JOINING_UNASKED",
          "ASKING_ONLY");

  private static final Set<String> EXPORTS = Set.of("OWN_DATA", "REVIEW_LOG");

  private AuditTexts() {}

  /**
   * The detail of an entry: a number of things, a name that people chose and that may read like one
   * of our words, or some of those.
   */
  static String detail(Component of, AuditEntry entry) {
    String detail = entry.detail();
    return switch (entry.kind()) {
      case SESSIONS_ENDED, HISTORY_IMPORTED, IMPORT_TAKEN_BACK ->
          of.getTranslation("audit.count." + entry.kind(), Integer.valueOf(detail));
      case EXPORTED -> EXPORTS.contains(detail) ? word(of, detail) : detail;
      case SIGNED_IN,
          SIGN_IN_FAILED,
          ACCOUNT_CREATED,
          ROLE_CHANGED,
          SECOND_FACTOR_ADDED,
          SECOND_FACTOR_REMOVED,
          SIGN_IN_RULES_CHANGED,
          ROSTER_RULES_CHANGED,
          DATA_REPAIRED,
          DATA_SAVED ->
          Stream.of(detail.split(" "))
              .map(word -> WORDS.contains(word) ? word(of, word) : word)
              .collect(Collectors.joining(of.getTranslation("audit.and")));
      default -> detail;
    };
  }

  private static String word(Component of, String word) {
    return of.getTranslation("audit.detail." + word);
  }

  static String time(Locale locale, ZoneId zone, Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }
}
