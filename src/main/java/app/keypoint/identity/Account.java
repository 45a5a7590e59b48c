package app.keypoint.identity;

import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in, as the other features see them.
 *
 * @param username unique, what they sign in with
 * @param displayName what others see
 * @param calendar their time zone and rollover hour
 * @param locale the language that they chose, or null to follow the browser
 * @param confidenceAsked whether they say how sure they are before an answer is shown
 * @param enabled whether they may sign in; nobody may to an account that was erased
 * @param lastSeen when they last signed in or answered, or null before the first time
 */
public record Account(
    long id,
    String username,
    String displayName,
    Role role,
    StudyCalendar calendar,
    @Nullable Locale locale,
    boolean confidenceAsked,
    boolean enabled,
    @Nullable Instant lastSeen) {

  private static final String NUMBER = "#";

  /** What is in the place of the names of an account that was erased; nobody can choose it. */
  public static String numbered(long accountId) {
    return NUMBER + accountId;
  }

  /** The study day that it is where they are. */
  public LocalDate today(Clock clock) {
    return calendar.dayOf(clock.instant());
  }

  /** Each one's study day at a moment, by account id. */
  public static Map<Long, LocalDate> studyDays(Collection<Account> accounts, Instant at) {
    return accounts.stream()
        .collect(Collectors.toMap(Account::id, account -> account.calendar().dayOf(at)));
  }

  /** Whether it was erased, and only sums rest on it. */
  public boolean anonymous() {
    return username.startsWith(NUMBER);
  }
}
