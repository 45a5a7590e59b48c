package app.keypoint.review.internal.history;

import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.review.internal.log.DayCount;
import app.keypoint.review.internal.log.ImportedCount;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to the counters of many of a learner's days at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DayCounts {

  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;

  DayCounts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param counts by day, in the order of the days: two at once lock them in one order
   */
  void add(long learnerId, SortedMap<LocalDate, DayCount> counts) {
    List<Map.Entry<LocalDate, DayCount>> days = List.copyOf(counts.entrySet());
    var opened =
        jdbc.batchUpdate(
            """
            insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
              reviews, remembered, millis, queue_millis, bridged)
            values (?, ?, 0, 0, 0, 0, 0, 0, 0, 0, false)
            on conflict do nothing
            """,
            days,
            BATCH,
            (row, day) -> {
              row.setLong(1, learnerId);
              row.setObject(2, day.getKey());
            });
    var added =
        jdbc.batchUpdate(
            """
            update learner_day
            set answers = answers + ?, cleared = cleared + ?, due_done = due_done + ?,
              introduced = introduced + ?, reviews = reviews + ?, remembered = remembered + ?,
              millis = millis + ?, queue_millis = queue_millis + ?, sure = sure + ?,
              sure_right = sure_right + ?, think_so = think_so + ?,
              think_so_right = think_so_right + ?, guess = guess + ?, guess_right = guess_right + ?,
              brought_answers = brought_answers + ?, brought_reviews = brought_reviews + ?,
              brought_remembered = brought_remembered + ?, brought_millis = brought_millis + ?
            where learner_id = ? and study_day = ?
            """,
            days,
            BATCH,
            (row, day) -> set(row, learnerId, day.getKey(), day.getValue()));
  }

  private static void set(PreparedStatement row, long learnerId, LocalDate day, DayCount count)
      throws SQLException {
    row.setInt(1, count.answers());
    row.setInt(2, count.cleared());
    row.setInt(3, count.dueDone());
    row.setInt(4, count.introduced());
    row.setInt(5, count.reviews());
    row.setInt(6, count.remembered());
    row.setLong(7, count.millis());
    row.setLong(8, count.queueMillis());
    ConfidenceTally confidence = count.confidence();
    row.setInt(9, confidence.sure());
    row.setInt(10, confidence.sureRight());
    row.setInt(11, confidence.thinkSo());
    row.setInt(12, confidence.thinkSoRight());
    row.setInt(13, confidence.guess());
    row.setInt(14, confidence.guessRight());
    ImportedCount brought = count.brought();
    row.setInt(15, brought.answers());
    row.setInt(16, brought.reviews());
    row.setInt(17, brought.remembered());
    row.setLong(18, brought.millis());
    row.setLong(19, learnerId);
    row.setObject(20, day);
  }
}
