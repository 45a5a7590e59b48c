package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.grading.ResponseJson;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** By JDBC: an entity for each answer would stay in memory until the transaction ends. */
@Service
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
@OpenTo(Audience.FEATURES)
class QuizAnswersService implements QuizAnswers {

  private static final int FETCHED = 1_000;
  private static final ResponseJson JSON = new ResponseJson();

  private static final String OF_THEM =
      """
      from unnest(cast(:learners as bigint array)) with ordinality as t(learner_id, place)
        join attempt a on a.learner_id = t.learner_id join attempt_item i on i.attempt_id = a.id
      where a.quiz_id in (:quizzes) and i.answered_at is not null
      """;

  private final NamedParameterJdbcTemplate jdbc;

  QuizAnswersService(DataSource database) {
    JdbcTemplate template = new JdbcTemplate(database);
    template.setFetchSize(FETCHED);
    this.jdbc = new NamedParameterJdbcTemplate(template);
  }

  @Override
  public Set<Long> versions(Collection<Long> learnerIds, Collection<String> quizIds) {
    if (learnerIds.isEmpty() || quizIds.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.queryForList(
            "select distinct i.question_version_id " + OF_THEM,
            Map.of("learners", learnerIds.toArray(Long[]::new), "quizzes", quizIds),
            Long.class));
  }

  @Override
  public void each(
      List<Long> learnerIds, Collection<String> quizIds, Consumer<? super QuizAnswer> answer) {
    if (learnerIds.isEmpty() || quizIds.isEmpty()) {
      return;
    }
    jdbc.query(
        """
        select a.learner_id, a.quiz_id, a.ordinal, a.state, i.question_version_id, i.response, i.marks,
          i.answered_at, i.millis
        """
            + OF_THEM
            + " order by t.place, i.answered_at, i.id",
        Map.of("learners", learnerIds.toArray(Long[]::new), "quizzes", quizIds),
        row -> {
          answer.accept(read(row));
        });
  }

  private static QuizAnswer read(ResultSet row) throws SQLException {
    @Nullable Integer millis = row.getObject("millis", Integer.class);
    return new QuizAnswer(
        row.getLong("learner_id"),
        row.getString("quiz_id"),
        row.getInt("ordinal"),
        Attempt.State.valueOf(row.getString("state")),
        row.getLong("question_version_id"),
        JSON.convertToEntityAttribute(row.getString("response")),
        row.getDouble("marks"),
        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
        millis == null ? null : Duration.ofMillis(millis));
  }
}
