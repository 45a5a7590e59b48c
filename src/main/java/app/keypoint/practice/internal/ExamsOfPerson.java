package app.keypoint.practice.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days of exams that somebody keeps. */
@Component
@OpenTo(Audience.FEATURES)
class ExamsOfPerson implements PersonalData {

  private final JdbcClient sql;

  ExamsOfPerson(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "exams",
            """
            select quiz_id, exam_day from exam where learner_id = :accountId order by exam_day, quiz_id
            """));
  }

  @Override
  public void forget(long accountId) {
    run("delete from exam where learner_id = :accountId", accountId);
  }

  private void run(String statement, long accountId) {
    int unused = sql.sql(statement).param("accountId", accountId).update();
  }
}
