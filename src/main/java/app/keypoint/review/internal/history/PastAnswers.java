package app.keypoint.review.internal.history;

import app.keypoint.content.grading.Confidence;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers brought from elsewhere, many at a time: written in batches and read row by row, so that
 * memory holds neither a learner's past nor an entity for each answer.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PastAnswers {

  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;
  private final JdbcClient client;

  PastAnswers(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
    this.jdbc.setFetchSize(BATCH);
    this.client = JdbcClient.create(jdbc);
  }

  /** Tells card and instant of each answer in a time, brought or given here. */
  void eachKey(long learnerId, Instant from, Instant to, BiConsumer<String, Instant> key) {
    OffsetDateTime first = from.atOffset(ZoneOffset.UTC);
    OffsetDateTime last = to.atOffset(ZoneOffset.UTC);
    jdbc.query(
        "select card, at from past_review where learner_id = ? and at between ? and ?",
        row -> {
          tell(row, key);
        },
        learnerId,
        first,
        last);
    jdbc.query(
        """
        select c.question_id as card, l.at
        from review_log l join card c on c.id = l.card_id
        where l.learner_id = ? and l.at between ? and ? and l.grade is not null
          and not exists (select 1 from review_log u where u.undoes = l.id)
        """,
        row -> {
          tell(row, key);
        },
        learnerId,
        first,
        last);
  }

  private static void tell(ResultSet row, BiConsumer<String, Instant> key) throws SQLException {
    key.accept(row.getString("card"), row.getObject("at", OffsetDateTime.class).toInstant());
  }

  void insert(long learnerId, long importId, List<PastAnswer> answers) {
    var unused =
        jdbc.batchUpdate(
            """
            insert into past_review
              (learner_id, card, at, study_day, rating, phase, millis, import_id, confidence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            answers,
            BATCH,
            (row, answer) -> set(row, learnerId, importId, answer));
  }

  private static void set(PreparedStatement row, long learnerId, long importId, PastAnswer answer)
      throws SQLException {
    Phase phase = answer.phase();
    Duration taken = answer.timeTaken();
    row.setLong(1, learnerId);
    row.setString(2, answer.card());
    row.setObject(3, answer.at().atOffset(ZoneOffset.UTC));
    row.setObject(4, answer.studyDay());
    row.setShort(5, (short) answer.rating());
    row.setString(6, phase == null ? null : phase.name());
    if (taken == null) {
      row.setNull(7, Types.INTEGER);
    } else {
      row.setInt(7, (int) Math.clamp(taken.toMillis(), 0, Integer.MAX_VALUE));
    }
    row.setLong(8, importId);
    Confidence confidence = answer.confidence();
    row.setString(9, confidence == null ? null : confidence.name());
  }

  /** Tells each answer of an import. */
  void each(long importId, Consumer<PastAnswer> answer) {
    each("import_id", importId, answer);
  }

  /** Tells each answer that a learner has brought. */
  public void eachOf(long learnerId, Consumer<PastAnswer> answer) {
    each("learner_id", learnerId, answer);
  }

  private void each(String column, long id, Consumer<PastAnswer> answer) {
    jdbc.query(
        "select card, at, study_day, rating, phase, millis, confidence from past_review where %s = ?"
            .formatted(column),
        row -> {
          answer.accept(read(row));
        },
        id);
  }

  private static PastAnswer read(ResultSet row) throws SQLException {
    String phase = row.getString("phase");
    String confidence = row.getString("confidence");
    @Nullable Integer millis = row.getObject("millis", Integer.class);
    return new PastAnswer(
        row.getString("card"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("study_day", LocalDate.class),
        row.getInt("rating"),
        phase == null ? null : Phase.valueOf(phase),
        millis == null ? null : Duration.ofMillis(millis),
        confidence == null ? null : Confidence.valueOf(confidence));
  }

  /** Questions of the learner's cards that an import has answers of. */
  List<String> questions(long learnerId, long importId) {
    return client
        .sql(
            """
            select c.question_id from card c
            where c.learner_id = ? and exists (
              select 1 from past_review p
              where p.learner_id = c.learner_id and p.card = c.question_id and p.import_id = ?)
            """)
        .params(learnerId, importId)
        .query((row, _) -> row.getString("question_id"))
        .list();
  }

  /**
   * Cards that an import began, as their log tells: it starts with the import's first answer and
   * holds nothing since but schedules made anew.
   */
  List<Long> begun(long learnerId, long importId) {
    return client
        .sql(
            """
            select c.id
            from card c join review_log f on f.card_id = c.id and f.card_version = 0
            where c.learner_id = ? and f.kind = 'REPLAY'
              and exists (
                select 1 from past_review p
                where p.learner_id = c.learner_id and p.card = c.question_id
                  and p.import_id = ? and p.at = f.before_queued_at)
              and not exists (
                select 1 from review_log l where l.card_id = c.id and l.kind <> 'REPLAY')
            """)
        .params(learnerId, importId)
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  /** The first answer to each of these cards. */
  List<PastAnswer> firsts(long learnerId, Collection<String> cards) {
    return cards.isEmpty()
        ? List.of()
        : client
            .sql(
                """
                select * from past_review p
                where p.learner_id = :learner and p.card in (:cards) and p.at = (
                  select min(q.at) from past_review q
                  where q.learner_id = p.learner_id and q.card = p.card)
                order by p.at, p.card
                """)
            .param("learner", learnerId)
            .param("cards", cards)
            .query((row, _) -> read(row))
            .list();
  }

  void delete(long importId) {
    jdbc.update("delete from past_review where import_id = ?", importId);
  }
}
