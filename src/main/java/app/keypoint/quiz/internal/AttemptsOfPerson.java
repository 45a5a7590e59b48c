package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import app.keypoint.content.grading.ResponseJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Somebody's attempts at quizzes, with every answer. */
@Component
@OpenTo(Audience.FEATURES)
class AttemptsOfPerson implements PersonalData {

  private final JdbcTemplate sql;

  AttemptsOfPerson(JdbcTemplate sql) {
    this.sql = sql;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "quizzes",
            """
            select quiz_id, finished, best, answered, total, saved_at
            from learner_quiz where learner_id = :accountId order by quiz_id
            """),
        new Part(
            "attempts",
            """
            select id, quiz_id, ordinal, state, started_at, finished_at, marks, max_marks
            from attempt where learner_id = :accountId order by id
            """),
        new Part(
            "answers-in-quizzes",
            """
            select i.attempt_id, i.position, i.question_id, i.question_version_id,
              case when i.response is not null then i.option_order end as option_order, i.response,
              i.marks, i.match, i.answered_at, i.study_day, i.millis, i.confidence
            from attempt a join attempt_item i on i.attempt_id = a.id
            where a.learner_id = :accountId
            order by i.attempt_id, i.position
            """),
        // With their keys, so not before they are answered: that shows the key as well.
        new Part(
            "questions-in-quizzes",
            """
            select v.id as question_version_id, v.question_id, v.body as question
            from question_version v
            where exists (
              select 1 from attempt a join attempt_item i on i.attempt_id = a.id
              where a.learner_id = :accountId and i.question_version_id = v.id
                and i.response is not null)
            order by v.id
            """));
  }

  /** As it would be held to answer, so that no answer comes in between. */
  @Override
  public void forget(long accountId) {
    List<@Nullable Object> unusedHeld =
        sql.queryForList(
            "select quiz_id from learner_quiz where learner_id = ? order by quiz_id for update",
            Object.class,
            accountId);
    List<Object[]> wordless = new ArrayList<>();
    sql.query(
        """
        select i.id, i.response
        from attempt a join attempt_item i on i.attempt_id = a.id
        where a.learner_id = ? and i.response not like '{"picked"%'
        """,
        row -> {
          wordless.add(
              new Object[] {
                ResponseJson.withoutWords(row.getString("response")), row.getLong("id")
              });
        },
        accountId);
    int[] unused = sql.batchUpdate("update attempt_item set response = ? where id = ?", wordless);
  }
}
