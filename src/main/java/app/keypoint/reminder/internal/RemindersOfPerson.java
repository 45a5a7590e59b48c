package app.keypoint.reminder.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where somebody is reminded. */
@Component
@OpenTo(Audience.FEATURES)
class RemindersOfPerson implements PersonalData {

  private final JdbcClient sql;

  RemindersOfPerson(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "calendar-feed",
            """
            select language, created_at, uid_prefix from calendar_feed where learner_id = :accountId
            """),
        new Part(
            "email-reminder",
            """
            select address, send_hour, language, confirmation_until, next_at, last_day, failures
            from email_reminder where learner_id = :accountId
            """));
  }

  @Override
  public void forget(long accountId) {
    run("delete from calendar_feed where learner_id = :accountId", accountId);
    run("delete from email_reminder where learner_id = :accountId", accountId);
  }

  private void run(String statement, long accountId) {
    int unused = sql.sql(statement).param("accountId", accountId).update();
  }
}
