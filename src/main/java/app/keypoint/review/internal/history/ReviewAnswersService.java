package app.keypoint.review.internal.history;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.grading.ResponseJson;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** By JDBC: an entity for each answer would stay in memory until the transaction ends. */
@Service
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
@OpenTo(Audience.FEATURES)
class ReviewAnswersService implements ReviewAnswers {

  private static final int FETCHED = 1_000;
  private static final ResponseJson JSON = new ResponseJson();

  private static final String OF_THEM =
      """
      from unnest(cast(:learners as bigint array)) with ordinality as t(learner_id, place)
        join review_log l on l.learner_id = t.learner_id
        join card c on c.id = l.card_id join question q on q.id = c.question_id
      where q.quiz_id in (:quizzes)
        and l.kind in ('SCHEDULED', 'DRILL', 'PRACTICE')
        and not exists (select 1 from review_log u where u.undoes = l.id)
      """;

  private final NamedParameterJdbcTemplate jdbc;

  ReviewAnswersService(DataSource database) {
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
            "select distinct l.question_version_id "
                + OF_THEM
                + " and l.question_version_id is not null",
            Map.of("learners", learnerIds.toArray(Long[]::new), "quizzes", quizIds),
            Long.class));
  }

  @Override
  public void each(
      List<Long> learnerIds, Collection<String> quizIds, Consumer<? super ReviewAnswer> answer) {
    if (learnerIds.isEmpty() || quizIds.isEmpty()) {
      return;
    }
    jdbc.query(
        """
        select l.learner_id, q.quiz_id, q.id as question_id, l.kind, l.question_version_id,
          l.response, l.grade, l.at, l.millis
        """
            + OF_THEM
            + " order by t.place, l.step, l.id",
        Map.of("learners", learnerIds.toArray(Long[]::new), "quizzes", quizIds),
        row -> {
          answer.accept(read(row));
        });
  }

  @Override
  public List<WithCard> ofDay(
      long learnerId, LocalDate day, Collection<String> quizIds, long skipped, int most) {
    if (quizIds.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        """
        select l.learner_id, q.quiz_id, q.id as question_id, l.kind, l.question_version_id,
          l.response, l.grade, l.at, l.millis,
          l.before_interval_days, l.before_due, l.before_easiness, l.before_difficulty,
          l.after_interval_days, l.after_due, l.after_easiness, l.after_difficulty
        """
            + OF_THEM
            + " and l.study_day = :day order by l.step, l.id limit :most offset :skipped",
        Map.of(
            "learners",
            new Long[] {learnerId},
            "quizzes",
            quizIds,
            "day",
            day,
            "most",
            most,
            "skipped",
            skipped),
        (row, _) -> new WithCard(read(row), memory(row, "before"), memory(row, "after")));
  }

  @Override
  public Set<LocalDate> days(
      long learnerId, Collection<String> quizIds, LocalDate from, LocalDate to) {
    if (quizIds.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.query(
            "select distinct l.study_day " + OF_THEM + " and l.study_day between :from and :to",
            Map.of("learners", new Long[] {learnerId}, "quizzes", quizIds, "from", from, "to", to),
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
