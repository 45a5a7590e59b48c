package app.keypoint.review;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.SqlRecorder;
import app.keypoint.support.StoredCards;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The due queue's statements and how the database runs them. */
@ServiceTest
class QueuePlanTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @Autowired Reviewing reviewing;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;

  @Test
  void everyStatementOnTheQueueIsARangeOfItsIndex() {
    Account learner = fixtures.learner();
    StoredCards.add(jdbc, catalogue, learner.id(), TODAY, 50, 20_000);
    jdbc.execute("analyze");

    List<String> statements =
        SqlRecorder.statementsOf(() -> at(NOW, () -> reviewing.queue(learner)));
    assertThat(statements).as("statements of a page of the queue").hasSize(8);
    List<String> ofQueue =
        statements.stream().filter(sql -> sql.contains("queue_day")).filter(this::isRange).toList();
    assertThat(ofQueue).as("counts, new cards, next day, head").hasSize(4);
    for (String sql : ofQueue) {
      assertThat(plan(sql, learner.id()).toLowerCase(Locale.ROOT))
          .as(sql)
          .contains("card_queue")
          .doesNotContain("tablescan")
          .doesNotContain("seq scan");
    }
  }

  /** Not the one that fetches the card at the head by its id. */
  private boolean isRange(String sql) {
    return sql.contains("learner_id=?");
  }

  /**
   * The plan with the values in place of the parameters, which are the learner, days and limits.
   */
  private String plan(String sql, long learnerId) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < sql.length(); i++) {
      if (sql.charAt(i) != '?') {
        filled.append(sql.charAt(i));
        continue;
      }
      String before = sql.substring(Math.max(0, i - 14), i).toLowerCase(Locale.ROOT);
      if (before.contains("learner_id=")) {
        filled.append(learnerId);
      } else if (before.contains("fetch first") || before.contains("limit")) {
        filled.append(20);
      } else {
        filled.append("date '").append(TODAY).append('\'');
      }
    }
    return String.join("\n", jdbc.queryForList("explain " + filled, String.class));
  }
}
