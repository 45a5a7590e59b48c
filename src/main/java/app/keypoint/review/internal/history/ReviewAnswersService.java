package app.keypoint.review.internal.history;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.grading.ResponseJson;
import app.keypoint.quiz.AnswerRows;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.ReviewAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
class ReviewAnswersService implements ReviewAnswers {

  private static final ResponseJson JSON = new ResponseJson();

  private static final String OF_THEM =
      """
        join review_log l on l.learner_id = t.learner_id
        join card c on c.id = l.card_id join question q on q.id = c.question_id
      where q.quiz_id in (:quizzes)
        and l.kind in ('SCHEDULED', 'DRILL', 'PRACTICE')
        and not exists (select 1 from review_log u where u.undoes = l.id)
      """;

  private static final String ANSWER =
      """
      l.learner_id, q.quiz_id, q.id as question_id, l.kind, l.question_version_id, l.response,
        l.grade, l.at, l.millis
      """;

  private final AnswerRows rows;

  ReviewAnswersService(DataSource database) {
    this.rows = new AnswerRows(database, OF_THEM);
  }

  @Override
  public Set<Long> versions(Collection<Long> learnerIds, Collection<String> quizIds) {
    return rows.versions("l.question_version_id", learnerIds, quizIds);
  }

  @Override
  public void each(
      List<Long> learnerIds, Collection<String> quizIds, Consumer<? super ReviewAnswer> answer) {
    rows.each(ANSWER, ", l.step, l.id", learnerIds, quizIds, row -> answer.accept(read(row)));
  }

  @Override
  public List<WithCard> ofDay(
      long learnerId, LocalDate day, Collection<String> quizIds, long skipped, int most) {
    return rows.some(
        ANSWER
            + """
              , l.before_interval_days, l.before_due, l.before_easiness, l.before_difficulty,
              l.after_interval_days, l.after_due, l.after_easiness, l.after_difficulty
            """,
        " and l.study_day = :day order by l.step, l.id limit :most offset :skipped",
        learnerId,
        quizIds,
        Map.of("day", day, "most", most, "skipped", skipped),
        (row, _) -> new WithCard(read(row), memory(row, "before"), memory(row, "after")));
  }

  @Override
  public Set<LocalDate> days(
      long learnerId, Collection<String> quizIds, LocalDate from, LocalDate to) {
    return new HashSet<>(
        rows.some(
            "distinct l.study_day",
            " and l.study_day between :from and :to",
            learnerId,
            quizIds,
            Map.of("from", from, "to", to),
            (row, _) -> row.getObject("study_day", LocalDate.class)));
  }

  private static Memory memory(ResultSet row, String when) throws SQLException {
    return new Memory(
        row.getInt(when + "_interval_days"),
        row.getObject(when + "_due", LocalDate.class),
        row.getInt(when + "_easiness"),
        row.getDouble(when + "_difficulty"));
  }

  private static ReviewAnswer read(ResultSet row) throws SQLException {
    @Nullable Long version = row.getObject("question_version_id", Long.class);
    return new ReviewAnswer(
        row.getLong("learner_id"),
        row.getString("quiz_id"),
        row.getString("question_id"),
        StepKind.valueOf(row.getString("kind")),
        version,
        JSON.convertToEntityAttribute(row.getString("response")),
        row.getInt("grade"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(row.getInt("millis")));
  }
}
