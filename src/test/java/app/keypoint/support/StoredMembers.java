package app.keypoint.support;

import app.keypoint.content.Catalogue;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a cohort with learners and their cards at once, by SQL. */
public final class StoredMembers {

  private static final Instant SEEN = Instant.parse("2026-01-01T09:00:00Z");
  private static final int[] INTERVALS = {0, 1, 3, 8, 15, 30, 60};

  private StoredMembers() {}

  /**
   * Learners called "Mapped learner 001" and so on. Each holds most of the served questions, one
   * better than the other; the last one holds none.
   *
   * @return their ids
   */
  public static List<Long> add(
      JdbcTemplate jdbc, Catalogue catalogue, long cohortId, LocalDate today, int count) {
    List<String> questions =
        catalogue.quizzes().stream()
            .flatMap(quiz -> quiz.questions().stream())
            .map(version -> version.question().id())
            .toList();
    Long card = jdbc.queryForObject("select coalesce(max(id), 0) + 5000000 from card", Long.class);
    List<Long> ids = new ArrayList<>();
    List<Object[]> accounts = new ArrayList<>();
    List<Object[]> members = new ArrayList<>();
    List<Object[]> cards = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Long id = jdbc.queryForObject("select nextval('account_seq')", Long.class);
      ids.add(id);
      accounts.add(
          new Object[] {id, UUID.randomUUID().toString(), "Mapped learner %03d".formatted(i)});
      members.add(new Object[] {cohortId, id});
      for (int q = 0; q < questions.size() && i < count; q++) {
        int mix = (i * 31 + q * 17) % 97;
        if (mix < 9) {
          continue;
        }
        int interval = INTERVALS[mix % INTERVALS.length];
        LocalDate seen = today.minusDays(mix % 23);
        LocalDate due = seen.plusDays(interval);
        cards.add(
            new Object[] {
              ++card,
              id,
              questions.get(q),
              due,
              interval,
              due,
              due,
              Timestamp.from(SEEN),
              seen,
              seen,
              mix % 7
            });
      }
    }
    jdbc.batchUpdate(
        "insert into account (id, username, display_name, password_hash, password_one_time,"
            + " session_version, role, zone, rollover_hour, locale, enabled, created_at)"
            + " values (?, ?, ?, 'none', false, 0, 'LEARNER', 'Z', 4, 'en', true,"
            + " current_timestamp)",
        accounts);
    jdbc.batchUpdate("insert into cohort_member values (?, ?, current_timestamp)", members);
    jdbc.batchUpdate(
        """
        insert into card (id, learner_id, question_id, version, retired, fresh, queue_day,
          repetitions, easiness, interval_days, due, drill, comes_up, queued_at, last_reviewed,
          last_seen, lapses, suspended)
        values (?, ?, ?, 1, false, false, ?, 3, 250, ?, ?, false, ?, ?, ?, ?, ?, false)
        """,
        cards);
    return ids;
  }
}
