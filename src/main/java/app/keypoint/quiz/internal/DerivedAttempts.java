package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.integrity.Derived;
import app.keypoint.integrity.Difference;
import app.keypoint.integrity.Difference.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What attempts repeat of their answers, and answers of their questions. Before the standings,
 * which follow from attempts.
 */
@Component
@OpenTo(Audience.FEATURES)
@Order(1)
class DerivedAttempts implements Derived {

  private final JdbcTemplate sql;

  DerivedAttempts(JdbcTemplate sql) {
    this.sql = sql;
  }

  @Override
  public long check(long learnerId, Consumer<Difference> found) {
    List<Attempt> attempts = attempts(learnerId);
    attempts.stream()
        .filter(Attempt::differs)
        .forEach(attempt -> found.accept(attempt.difference(learnerId)));
    copies(learnerId).forEach(copy -> found.accept(copy.difference(learnerId)));
    return attempts.size();
  }

  @Override
  public void repair(long learnerId) {
    // As whoever takes a quiz holds them.
    List<String> unusedHeld =
        sql.query(
            "select quiz_id from learner_quiz where learner_id = ? order by quiz_id for update",
            (row, _) -> row.getString("quiz_id"),
            learnerId);
    attempts(learnerId).stream().filter(Attempt::differs).forEach(this::write);
    copies(learnerId).forEach(this::write);
  }

  private void write(Attempt attempt) {
    Result result = attempt.follows();
    sql.update(
        "update attempt set marks = ?, max_marks = ?, finished_at = ? where id = ?",
        result.marks(),
        result.maxMarks(),
        result.finishedAt() == null ? null : result.finishedAt().atOffset(ZoneOffset.UTC),
        attempt.id());
  }

  private void write(Copy copy) {
    sql.update(
        "update attempt_item set question_id = ?, series = ? where id = ?",
        copy.follows().questionId(),
        copy.follows().series(),
        copy.itemId());
  }

  /** What an attempt repeats of its answers. */
  private record Result(@Nullable Double marks, int maxMarks, @Nullable Instant finishedAt) {

    /** Marks are added up in another order here than where an attempt ends. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "marks %.9f of %d, finished %s", marks, maxMarks, finishedAt);
    }
  }

  private record Attempt(long id, String quizId, String state, Result kept, Result follows) {

    static Attempt of(ResultSet row) throws SQLException {
      boolean finished = row.getString("state").equals("FINISHED");
      return new Attempt(
          row.getLong("id"),
          row.getString("quiz_id"),
          row.getString("state"),
          new Result(
              row.getObject("marks", Double.class),
              row.getInt("max_marks"),
              instant(row, "finished_at")),
          new Result(
              finished ? Double.valueOf(row.getDouble("given")) : null,
              row.getInt("items"),
              finished ? instant(row, "last_answer") : null));
    }

    boolean differs() {
      return !kept.toString().equals(follows.toString());
    }

    Difference difference(long learnerId) {
      return new Difference(
          learnerId,
          Kind.ATTEMPT,
          "attempt %d, quiz %s".formatted(id, quizId),
          kept.toString(),
          follows.toString(),
          "attempt %d: %s, last answer %s".formatted(id, state, follows.finishedAt()));
    }
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** An attempt ends with its last answer, which need not be the latest if a clock was set back. */
  private List<Attempt> attempts(long learnerId) {
    return sql.query(
        """
        select a.id, a.quiz_id, a.state, a.marks, a.max_marks, a.finished_at,
          count(i.id) as items, coalesce(sum(i.marks), 0) as given,
          coalesce(max(case when i.answered_at = a.finished_at then i.answered_at end),
            max(i.answered_at)) as last_answer
        from attempt a left join attempt_item i on i.attempt_id = a.id
        where a.learner_id = ?
        group by a.id, a.quiz_id, a.state, a.marks, a.max_marks, a.finished_at
        order by a.id
        """,
        (row, _) -> Attempt.of(row),
        learnerId);
  }

  /** What an item repeats of the version that was asked. */
  private record Asked(String questionId, int series) {}

  private record Copy(long itemId, String item, long versionId, Asked kept, Asked follows) {

    Difference difference(long learnerId) {
      return new Difference(
          learnerId,
          Kind.ATTEMPT,
          item,
          kept.toString(),
          follows.toString(),
          "version %d of the question".formatted(versionId));
    }
  }

  /** Those that are not what they should be. */
  private List<Copy> copies(long learnerId) {
    return sql.query(
        """
        select i.id, i.attempt_id, i.position, i.question_id, i.series,
          v.id as version_id, v.question_id as asked, v.series as asked_series
        from attempt a join attempt_item i on i.attempt_id = a.id
        join question_version v on v.id = i.question_version_id
        where a.learner_id = ? and (i.question_id <> v.question_id or i.series <> v.series)
        order by i.id
        """,
        (row, _) ->
            new Copy(
                row.getLong("id"),
                "attempt %d, question %d"
                    .formatted(row.getLong("attempt_id"), row.getInt("position")),
                row.getLong("version_id"),
                new Asked(row.getString("question_id"), row.getInt("series")),
                new Asked(row.getString("asked"), row.getInt("asked_series"))),
        learnerId);
  }
}
