package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.grading.ConfidenceTally;
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
                new Answers(row.getInt("answers"), confidence(row), row.getLong("latest")),
                Answers::plus);
    sql.query(
        """
        select study_day, undated_at, count(*) as answers, max(attempt_id) as latest,
          count(case when confidence = 'SURE' then 1 end) as sure,
          count(case when confidence = 'SURE' and marks >= 1 then 1 end) as sure_right,
          count(case when confidence = 'THINK_SO' then 1 end) as think_so,
          count(case when confidence = 'THINK_SO' and marks >= 1 then 1 end) as think_so_right,
          count(case when confidence = 'GUESS' then 1 end) as guess,
          count(case when confidence = 'GUESS' and marks >= 1 then 1 end) as guess_right
        from (
          select i.study_day as study_day, i.attempt_id as attempt_id,
            i.confidence as confidence, i.marks as marks,
            case when i.study_day is null then i.answered_at end as undated_at
          from attempt a join attempt_item i on i.attempt_id = a.id
          where a.learner_id = ? and i.answered_at is not null) answered
        group by study_day, undated_at
        """,
        count,
        learnerId);
    return days;
  }

  private static ConfidenceTally confidence(ResultSet row) throws SQLException {
    return new ConfidenceTally(
        row.getInt("sure"),
        row.getInt("sure_right"),
        row.getInt("think_so"),
        row.getInt("think_so_right"),
        row.getInt("guess"),
        row.getInt("guess_right"));
  }

  /** Answers older than the column count by the zone that their learner has now. */
  private static LocalDate day(ResultSet row, StudyCalendar calendar) throws SQLException {
    LocalDate day = row.getObject("study_day", LocalDate.class);
    return day == null
        ? calendar.dayOf(row.getObject("undated_at", OffsetDateTime.class).toInstant())
        : day;
  }
}
