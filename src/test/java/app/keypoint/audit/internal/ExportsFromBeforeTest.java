package app.keypoint.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Entries of a released version that named a learner, which nobody could take out later. */
@Tag("database")
class ExportsFromBeforeTest {

  @Test
  void filesOfAHistorySayNoLongerWhose_andTheLogIsGuardedAsBefore() {
    SingleConnectionDataSource database = database();
    try {
      TestDatabase.migrate(database, "65");
      JdbcTemplate jdbc = new JdbcTemplate(database);
      List<String> before =
          List.of(
              "Seminar · Ada Lovelace: history",
              "Seminar · Ada · Countess: history",
              "班级 · Ada Lovelace：经历",
              "Seminar · Roster",
              "OWN_DATA",
              "Ada: history",
              "Seminar · " + "Ada ".repeat(50).substring(0, 190));
      for (int i = 0; i < before.size(); i++) {
        insert(jdbc, i, "EXPORTED", before.get(i));
      }
      insert(jdbc, before.size(), "COHORT_RENAMED", "A · B: history");
      TestDatabase.migrate(database, "66");
      assertThat(jdbc.queryForList("select detail from audit_entry order by id", String.class))
          .containsExactly(
              "Seminar · History of a learner",
              "Seminar · History of a learner",
              "班级 · 一名学员的经历",
              "Seminar · Roster",
              "OWN_DATA",
              "Ada: history",
              "Seminar · …",
              "A · B: history");
      assertThatThrownBy(() -> jdbc.update("update audit_entry set detail = 'else'"))
          .isInstanceOf(DataAccessException.class);
      assertThatThrownBy(() -> jdbc.update("delete from audit_entry"))
          .isInstanceOf(DataAccessException.class);
    } finally {
      database.destroy();
    }
  }

  private static void insert(JdbcTemplate jdbc, long id, String kind, String detail) {
    jdbc.update(
        "insert into audit_entry (id, happened_at, kind, actor, detail, address)"
            + " values (?, current_timestamp, ?, 'grace', ?, '')",
        id,
        kind,
        detail);
  }

  private static SingleConnectionDataSource database() {
    if (!"postgresql".equals(System.getProperty("keypoint.test.database"))) {
      return new SingleConnectionDataSource(
          "jdbc:h2:mem:"
              + UUID.randomUUID()
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
          "keypoint",
          "",
          true);
    }
    return new SingleConnectionDataSource(TestDatabase.newPostgresql(), "postgres", "", true);
  }
}
