package app.keypoint.support;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.TestSessions;
import app.keypoint.identity.internal.password.CheapHash;
import app.keypoint.time.StudyCalendar;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Makes accounts that no other test knows. */
@Import({TestSessions.class, CheapHash.class})
public class Fixtures {

  public static final String PASSWORD = "correct horse battery";

  private final Accounts accounts;

  private final TestSessions sessions;

  Fixtures(Accounts accounts, TestSessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** Has an account call what this thread calls from now on, as after a sign-in. */
  public void signIn(Account account) {
    SecurityContextHolder.setContext(sessions.session(account));
  }

  /** Has an account call something, whoever is signed in otherwise. */
  public <T> T as(Account account, Supplier<T> action) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContextHolder.setContext(sessions.session(account));
    try {
      return action.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  public void as(Account account, Runnable action) {
    as(
        account,
        () -> {
          action.run();
          return true;
        });
  }

  public Account learner() {
    return account(Role.LEARNER, utc());
  }

  public Account learner(StudyCalendar calendar) {
    return account(Role.LEARNER, calendar);
  }

  public Account instructor() {
    return account(Role.INSTRUCTOR, utc());
  }

  public Account administrator() {
    return account(Role.ADMINISTRATOR, utc());
  }

  public Account account(Role role, StudyCalendar calendar) {
    String name = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID();
    return accounts.create(new NewAccount(name, "Test " + name, PASSWORD, role, calendar, null));
  }

  private static StudyCalendar utc() {
    return new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR);
  }
}
