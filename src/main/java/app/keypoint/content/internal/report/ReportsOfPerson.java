package app.keypoint.content.internal.report;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody reported about questions. The reports are counted on; their words go. */
@Component
@OpenTo(Audience.FEATURES)
class ReportsOfPerson implements PersonalData {

  /** In the place of words that are gone. */
  private static final String GONE = "–";

  private final JdbcClient sql;

  ReportsOfPerson(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Part> parts() {
    // Without the question: it has the key, and may stand open in an attempt.
    return List.of(
        new Part(
            "reports",
            """
            select r.reported_at, r.note, v.question_id, r.question_version_id
            from problem_report r join question_version v on v.id = r.question_version_id
            where r.learner_id = :accountId
            order by r.reported_at, r.id
            """));
  }

  @Override
  public void forget(long accountId) {
    int unused =
        sql.sql("update problem_report set note = :gone where learner_id = :accountId")
            .param("gone", GONE)
            .param("accountId", accountId)
            .update();
  }
}
