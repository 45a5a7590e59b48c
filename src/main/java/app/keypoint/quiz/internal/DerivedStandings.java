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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Where learners stand with quizzes follows from their attempts. */
@Component
@OpenTo(Audience.FEATURES)
@Order(2)
class DerivedStandings implements Derived {

  /** The last question of an attempt that was answered: they come in their order. */
  private static final String LAST_ANSWERED =
      """
      (select last.answered_at from attempt_item last
        where last.attempt_id = a.id and last.answered_at is not null
        order by last.position desc limit 1)
      """;

  private final JdbcTemplate sql;

  DerivedStandings(JdbcTemplate sql) {
    this.sql = sql;
  }

  @Override
  public long check(long learnerId, Consumer<Difference> found) {
    Map<String, Standing> kept = kept(learnerId);
    Map<String, Standing> follows = follows(learnerId, kept);
    kept.forEach(
        (quiz, standing) -> {
          Standing should = follows.getOrDefault(quiz, Standing.NONE);
          if (!standing.equals(should)) {
            found.accept(difference(learnerId, quiz, standing, should));
          }
        });
    follows.forEach(
        (quiz, should) -> {
          if (!kept.containsKey(quiz)) {
            found.accept(difference(learnerId, quiz, Standing.NONE, should));
          }
        });
    return follows.size();
  }

  private static Difference difference(
      long learnerId, String quiz, Standing kept, Standing follows) {
    return new Difference(
        learnerId,
        Kind.QUIZ,
        quiz,
        kept.toString(),
        follows.toString(),
        follows.latest() == null ? null : "attempt " + follows.latest());
  }

  @Override
  public void repair(long learnerId) {
    sql.update(
        """
        insert into learner_quiz (learner_id, quiz_id, finished, answered, total)
        select distinct learner_id, quiz_id, 0, 0, 0 from attempt where learner_id = ?
        on conflict do nothing
        """,
        learnerId);
    // Held before the attempts are read, as whoever takes a quiz holds them first.
    List<String> held =
        sql.query(
            "select quiz_id from learner_quiz where learner_id = ? order by quiz_id for update",
            (row, _) -> row.getString("quiz_id"),
            learnerId);
    Map<String, Standing> kept = kept(learnerId);
    Map<String, Standing> follows = follows(learnerId, kept);
    for (String quiz : held) {
      Standing should = follows.getOrDefault(quiz, Standing.NONE);
      if (!should.equals(kept.get(quiz))) {
        write(learnerId, quiz, should);
      }
    }
  }

  private void write(long learnerId, String quiz, Standing standing) {
    sql.update(
        """
        update learner_quiz set finished = ?, best = ?, first_attempt_id = ?, open_attempt_id = ?,
          answered = ?, total = ?, saved_at = ?
        where learner_id = ? and quiz_id = ?
        """,
        standing.finished(),
        standing.best(),
        standing.first(),
        standing.open(),
        standing.answered(),
        standing.total(),
        standing.savedAt() == null ? null : standing.savedAt().atOffset(ZoneOffset.UTC),
        learnerId,
        quiz);
  }

  /**
   * A row of {@code learner_quiz}.
   *
   * @param latest the latest attempt, which explains a difference; not compared
   */
  private record Standing(
      int finished,
      @Nullable Double best,
      @Nullable Long first,
      @Nullable Long open,
      int answered,
      int total,
      @Nullable Instant savedAt,
      @Nullable Long latest) {

    static final Standing NONE = new Standing(0, null, null, null, 0, 0, null, null);

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Standing standing && toString().equals(standing.toString());
    }

    @Override
    public int hashCode() {
      return toString().hashCode();
    }

    /** Marks are added up in another order here than where an attempt ends. */
    @Override
    public String toString() {
      return "finished %d, best %.9f, first attempt %s, open attempt %s, answered %d of %d, saved %s"
          .formatted(finished, best, first, open, answered, total, savedAt);
    }

    /** With one more attempt, later than those before. The first is the first finished. */
    Standing plus(ResultSet attempt) throws SQLException {
      long id = attempt.getLong("id");
      OffsetDateTime saved = attempt.getObject("saved", OffsetDateTime.class);
      Instant savedNow = saved == null ? savedAt : saved.toInstant();
      return switch (attempt.getString("state")) {
        case "FINISHED" -> {
          double share = attempt.getDouble("marks") / attempt.getInt("items");
          yield new Standing(
              finished + 1,
              best == null ? share : Math.max(best, share),
              first == null ? Long.valueOf(id) : first,
              open,
              answered,
              total,
              savedNow,
              id);
        }
        case "OPEN" ->
            new Standing(
                finished,
                best,
                first,
                id,
                attempt.getInt("answered"),
                attempt.getInt("items"),
                savedNow,
                id);
        default -> new Standing(finished, best, first, open, answered, total, savedNow, id);
      };
    }
  }

  private Map<String, Standing> kept(long learnerId) {
    Map<String, Standing> standings = new TreeMap<>();
    RowCallbackHandler read =
        row -> {
          OffsetDateTime saved = row.getObject("saved_at", OffsetDateTime.class);
          standings.put(
              row.getString("quiz_id"),
              new Standing(
                  row.getInt("finished"),
                  row.getObject("best", Double.class),
                  row.getObject("first_attempt_id", Long.class),
                  row.getObject("open_attempt_id", Long.class),
                  row.getInt("answered"),
                  row.getInt("total"),
                  saved == null ? null : saved.toInstant(),
                  null));
        };
    sql.query("select * from learner_quiz where learner_id = ?", read, learnerId);
    return standings;
  }

  /**
   * What attempts give in their order. When something was saved last is the time of the latest
   * answer or, where a clock was set back within an attempt, that of its last question.
   */
  private Map<String, Standing> follows(long learnerId, Map<String, Standing> kept) {
    Map<String, Standing> follows = follows(learnerId, "max(i.answered_at)");
    if (!follows.equals(kept)) {
      follows(learnerId, LAST_ANSWERED)
          .forEach(
              (quiz, byPosition) -> {
                if (byPosition.equals(kept.get(quiz))) {
                  follows.put(quiz, byPosition);
                }
              });
    }
    return follows;
  }

  private Map<String, Standing> follows(long learnerId, String saved) {
    Map<String, Standing> standings = new TreeMap<>();
    RowCallbackHandler read =
        row -> {
          String quiz = row.getString("quiz_id");
          standings.put(quiz, standings.getOrDefault(quiz, Standing.NONE).plus(row));
        };
    sql.query(
        """
        select a.id, a.quiz_id, a.state, count(i.id) as items, coalesce(sum(i.marks), 0) as marks,
          count(i.answered_at) as answered, %s as saved
        from attempt a left join attempt_item i on i.attempt_id = a.id
        where a.learner_id = ?
        group by a.id, a.quiz_id, a.state, a.ordinal
        order by a.quiz_id, a.ordinal
        """
            .formatted(saved),
        read,
        learnerId);
    return standings;
  }
}
