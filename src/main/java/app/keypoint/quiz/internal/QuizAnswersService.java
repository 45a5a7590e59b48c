package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.grading.ResponseJson;
import app.keypoint.quiz.AnswerRows;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
@OpenTo(Audience.FEATURES)
class QuizAnswersService implements QuizAnswers {

  private static final ResponseJson JSON = new ResponseJson();

  private static final String OF_THEM =
      """
        join attempt a on a.learner_id = t.learner_id join attempt_item i on i.attempt_id = a.id
      where a.quiz_id in (:quizzes) and i.answered_at is not null
      """;

  private final AnswerRows rows;

  QuizAnswersService(DataSource database) {
    this.rows = new AnswerRows(database, OF_THEM);
  }

  @Override
  public Set<Long> versions(Collection<Long> learnerIds, Collection<String> quizIds) {
    return rows.versions("i.question_version_id", learnerIds, quizIds);
  }

  @Override
  public void each(
      List<Long> learnerIds, Collection<String> quizIds, Consumer<? super QuizAnswer> answer) {
    rows.each(
        """
        a.learner_id, a.quiz_id, a.ordinal, a.state, i.question_version_id, i.response, i.marks,
          i.answered_at, i.millis
        """,
        ", i.answered_at, i.id",
        learnerIds,
        quizIds,
        row -> answer.accept(read(row)));
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
