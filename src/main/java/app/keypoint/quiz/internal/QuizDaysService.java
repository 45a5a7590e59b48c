package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizDays;
import app.keypoint.time.StudyCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class QuizDaysService implements QuizDays {

  private final JdbcTemplate sql;
  private final Accounts accounts;

  QuizDaysService(JdbcTemplate sql, Accounts accounts) {
    this.sql = sql;
    this.accounts = accounts;
  }

  @Override
  public Map<LocalDate, Answers> answers(long learnerId) {
    StudyCalendar calendar = accounts.require(learnerId).calendar();
    Map<LocalDate, Answers> days = new TreeMap<>();
    RowCallbackHandler count =
        row ->
            days.merge(
                day(row, calendar),
                new Answers(row.getInt("answers"), row.getLong("latest")),
                Answers::plus);
    sql.query(
        """
        select study_day, undated_at, count(*) as answers, max(attempt_id) as latest
        from (
          select i.study_day as study_day, i.attempt_id as attempt_id,
            case when i.study_day is null then i.answered_at end as undated_at
          from attempt a join attempt_item i on i.attempt_id = a.id
          where a.learner_id = ? and i.answered_at is not null) answered
        group by study_day, undated_at
        """,
        count,
        learnerId);
    return days;
  }

  /** Answers older than the column count by the zone that their learner has now. */
  private static LocalDate day(ResultSet row, StudyCalendar calendar) throws SQLException {
    LocalDate day = row.getObject("study_day", LocalDate.class);
    return day == null
        ? calendar.dayOf(row.getObject("undated_at", OffsetDateTime.class).toInstant())
        : day;
  }
}
