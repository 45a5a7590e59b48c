package app.keypoint.benchmark;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.time.StudyCalendar;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContext;

/** People to measure with. */
final class MeasuredAccounts {

  private MeasuredAccounts() {}

  static Account add(ApplicationContext context, Role role, int number) {
    return context
        .getBean(Accounts.class)
        .create(
            new NewAccount(
                "measured-" + number,
                "Measured",
                "correct horse battery",
                role,
                new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                null));
  }
}
