package app.keypoint.support;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes many entries of the log at once, by SQL, with the cards and days that follow from them:
 * each card is answered with "Good" on its due day, over and over, under SM-2.
 */
public final class StoredLog {

  private static final Instant FIRST = Instant.parse("2016-01-01T09:00:00Z");
  private static final int MILLIS = 9_000;

  /** Answers after which a card begins anew, so that its days stay within reach. */
  private static final int LAPSE_AFTER = 6;

  private StoredLog() {}

  /** As many accounts as told, like one that is there. */
  public static List<Long> accounts(JdbcTemplate sql, long like, int count) {
    Map<String, Object> row = sql.queryForMap("select * from account where id = ?", like);
    List<String> columns = List.copyOf(row.keySet());
    String insert =
        "insert into account (%s) values (%s)"
            .formatted(
                String.join(", ", columns),
                String.join(", ", columns.stream().map(_ -> "?").toList()));
    List<Long> ids = LongStream.range(1_000_000, 1_000_000 + count).boxed().toList();
    List<Object[]> rows =
        ids.stream()
            .map(
                id ->
                    columns.stream()
                        .map(
                            column ->
                                switch (column) {
                                  case "id" -> id;
                                  case "username" -> "measured-" + id;
                                  default -> row.get(column);
                                })
                        .toArray())
            .toList();
    var unused = sql.batchUpdate(insert, rows);
    return ids;
  }

  /** A schedule's columns, in the order of {@link #SCHEDULE}. */
  private record Schedule(
      int repetitions, int interval, LocalDate due, Instant queuedAt, LocalDate seen, int lapses) {

    static Schedule fresh(LocalDate day, Instant at) {
      return new Schedule(0, 0, day, at, null, 0);
    }

    Schedule answered(boolean right, LocalDate day, Instant at) {
      if (!right) {
        return new Schedule(0, 0, day, at, day, interval > 0 ? lapses + 1 : lapses);
      }
      int next = repetitions == 0 ? 1 : repetitions == 1 ? 6 : (interval * 250 + 99) / 100;
      return new Schedule(repetitions + 1, next, day.plusDays(next), at, day, lapses);
    }

    List<Object> values() {
      List<Object> values = new ArrayList<>();
      values.add(repetitions);
      values.add(250);
      values.add(interval);
      values.add(0.0);
      values.add(0.0);
      values.add(due);
      values.add(false);
      values.add(due);
      values.add(Timestamp.from(queuedAt));
      values.add(seen);
      values.add(seen);
      values.add(lapses);
      values.add(false);
      return values;
    }
  }

  private static final List<String> SCHEDULE =
      List.of(
          "repetitions",
          "easiness",
          "interval_days",
          "stability",
          "difficulty",
          "due",
          "drill",
          "comes_up",
          "queued_at",
          "last_reviewed",
          "last_seen",
          "lapses",
          "suspended");

  private static String columns(String prefix) {
    return String.join(", ", SCHEDULE.stream().map(column -> prefix + column).toList());
  }

  private static String marks(int count) {
    return String.join(", ", java.util.Collections.nCopies(count, "?"));
  }

  /** Gives a learner so many entries, spread evenly over cards of these questions. */
  public static void add(JdbcTemplate sql, long learnerId, List<String> questions, int entries) {
    long base = learnerId * 1_000_000L;
    List<Object[]> cards = new ArrayList<>();
    List<Object[]> log = new ArrayList<>();
    Map<LocalDate, int[]> days = new TreeMap<>();
    int perCard = Math.ceilDiv(entries, questions.size());
    for (int q = 0; log.size() < entries && q < questions.size(); q++) {
      long card = base + q;
      Instant at = FIRST.plusSeconds(q);
      Schedule schedule = Schedule.fresh(at.atZone(ZoneOffset.UTC).toLocalDate(), at);
      int version = 0;
      for (; version < perCard && log.size() < entries; version++) {
        LocalDate day = schedule.due();
        at = day.atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(q);
        boolean right = version % LAPSE_AFTER < LAPSE_AFTER - 1;
        Schedule after = schedule.answered(right, day, at);
        List<Object> row = new ArrayList<>();
        row.add(base + log.size());
        row.add(learnerId);
        row.add(card);
        row.add(version);
        row.add(Timestamp.from(at));
        row.add(day);
        row.add("SCHEDULED");
        row.add(right ? 4 : 1);
        row.add(MILLIS);
        row.add(base + log.size());
        row.addAll(schedule.values());
        row.addAll(after.values());
        log.add(row.toArray());
        count(days.computeIfAbsent(day, _ -> new int[6]), schedule, after, day, right);
        schedule = after;
      }
      List<Object> row = new ArrayList<>();
      row.add(card);
      row.add(learnerId);
      row.add(questions.get(q));
      row.add(version);
      row.add(false);
      row.add(false);
      row.add(schedule.due());
      row.addAll(schedule.values());
      cards.add(row.toArray());
    }
    write(sql, learnerId, cards, log, days);
    var unused =
        sql.update(
            "insert into review_learner (learner_id, steps) values (?, ?)",
            learnerId,
            base + log.size());
  }

  /** answers, cleared, due done, introduced, reviews, remembered. */
  private static void count(
      int[] day, Schedule before, Schedule after, LocalDate today, boolean right) {
    day[0]++;
    day[1] += after.due().isAfter(today) ? 1 : 0;
    boolean fresh = before.seen() == null;
    day[2] += !fresh && before.seen().isBefore(today) ? 1 : 0;
    day[3] += fresh ? 1 : 0;
    day[4] += before.interval() > 0 ? 1 : 0;
    day[5] += before.interval() > 0 && right ? 1 : 0;
  }

  private static void write(
      JdbcTemplate sql,
      long learnerId,
      List<Object[]> cards,
      List<Object[]> log,
      Map<LocalDate, int[]> days) {
    var unusedCards =
        sql.batchUpdate(
            "insert into card (id, learner_id, question_id, version, retired, fresh, queue_day, "
                + columns("")
                + ") values ("
                + marks(7 + SCHEDULE.size())
                + ")",
            cards);
    var unusedLog =
        sql.batchUpdate(
            "insert into review_log (id, learner_id, card_id, card_version, at, study_day, kind,"
                + " grade, millis, step, "
                + columns("before_")
                + ", "
                + columns("after_")
                + ") values ("
                + marks(10 + 2 * SCHEDULE.size())
                + ")",
            log);
    List<Object[]> rows = new ArrayList<>();
    days.forEach(
        (day, n) ->
            rows.add(
                new Object[] {
                  learnerId,
                  day,
                  n[0],
                  n[1],
                  n[2],
                  n[3],
                  n[4],
                  n[5],
                  n[0] * (long) MILLIS,
                  n[0] * (long) MILLIS
                }));
    var unusedDays =
        sql.batchUpdate(
            """
            insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
              reviews, remembered, millis, queue_millis, bridged)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
            """,
            rows);
  }
}
