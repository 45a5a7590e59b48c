package app.keypoint.review.internal.history;

import static java.util.Objects.requireNonNull;

import app.keypoint.review.history.ImportRefused;
import app.keypoint.review.history.ImportRefused.Reason;
import app.keypoint.review.history.ReviewHistory.Import;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The imports of learners' pasts, and whose turn it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Imports {

  private static final RowMapper<Import> ROW =
      (row, _) ->
          new Import(
              row.getLong("id"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              row.getInt("answers"),
              row.getObject("first_day", LocalDate.class),
              row.getObject("last_day", LocalDate.class));

  private final JdbcClient jdbc;

  Imports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the row that {@link #takeTurn} holds; to be committed before. */
  void prepare(long learnerId) {
    // Looked for first: an insert would wait for whoever holds the row.
    if (jdbc.sql("select learner_id from history_import_turn where learner_id = ?")
        .param(learnerId)
        .query(Long.class)
        .optional()
        .isEmpty()) {
      jdbc.sql("insert into history_import_turn (learner_id) values (?) on conflict do nothing")
          .param(learnerId)
          .update();
    }
  }

  /**
   * Keeps other imports of the learner away until the transaction ends.
   *
   * @throws ImportRefused when one of them does so now
   */
  void takeTurn(long learnerId) {
    if (!held(learnerId)) {
      throw new ImportRefused(Reason.BUSY, 0);
    }
  }

  /**
   * The same of somebody whose imports may never have been prepared, for whom none begins any more.
   *
   * @return whether none is under way
   */
  public boolean keepAway(long learnerId) {
    prepare(learnerId);
    return held(learnerId);
  }

  private boolean held(long learnerId) {
    return jdbc.sql(
            "select learner_id from history_import_turn where learner_id = ? for update skip locked")
        .param(learnerId)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** How many answers the learner has brought in all. */
  long total(long learnerId) {
    return jdbc.sql("select coalesce(sum(answers), 0) from history_import where learner_id = ?")
        .param(learnerId)
        .query(Long.class)
        .single();
  }

  long begin(long learnerId, Instant at, int answers, LocalDate firstDay, LocalDate lastDay) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into history_import (learner_id, at, answers, first_day, last_day)
            values (?, ?, ?, ?, ?)
            """)
        .params(learnerId, at.atOffset(ZoneOffset.UTC), answers, firstDay, lastDay)
        .update(key, "id");
    return requireNonNull(key.getKeyAs(Long.class));
  }

  List<Import> of(long learnerId) {
    return jdbc.sql("select * from history_import where learner_id = ? order by id desc")
        .param(learnerId)
        .query(ROW)
        .list();
  }

  Optional<Import> find(long learnerId, long importId) {
    return jdbc.sql("select * from history_import where learner_id = ? and id = ?")
        .params(learnerId, importId)
        .query(ROW)
        .optional();
  }

  void delete(long importId) {
    jdbc.sql("delete from history_import where id = ?").param(importId).update();
  }
}
