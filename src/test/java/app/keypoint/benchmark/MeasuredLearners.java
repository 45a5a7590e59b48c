package app.keypoint.benchmark;

import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Learners who hold all questions, and whose log grows into the past at the same number of reviews
 * a day, so that what they hold today is the same however long it is. Written by SQL: PostgreSQL
 * takes ten million reviews in four minutes, H2 one.
 */
final class MeasuredLearners {

  /** Reviews that one statement writes. */
  private static final long CHUNK = 100_000;

  /** As many as the table of numbers has. */
  private static final long MOST_OF_ONE = 10_000;

  /** The numbers of a learner's entries go down into the past, from here. */
  private static final long LATEST_STEP = 1_000_000_000;

  private static final int LATEST_VERSION = 100_000_000;

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate sql;
  private final LocalDate today;
  private final List<Quiz> quizzes;
  private final int questions;
  private final String table;
  private final int learners;
  private final int perDay;

  private MeasuredLearners(
      ConfigurableApplicationContext context, String table, int learners, int perDay) {
    this.context = context;
    this.sql = context.getBean(JdbcTemplate.class);
    this.today = LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZoneOffset.UTC);
    this.quizzes = context.getBean(Catalogue.class).quizzes();
    this.questions = quizzes.stream().mapToInt(quiz -> quiz.questions().size()).sum();
    this.table = table;
    this.learners = learners;
    this.perDay = perDay;
  }

  /**
   * Makes of accounts learners who have taken each quiz and hold a card of each question.
   *
   * @param first a number for the first of them, the others follow; no two learners have the same
   */
  static MeasuredLearners of(
      ConfigurableApplicationContext context, List<Long> ids, int first, int perDay) {
    MeasuredLearners measured =
        new MeasuredLearners(context, "measured_" + first, ids.size(), perDay);
    context
        .getBean(TransactionOperations.class)
        .executeWithoutResult(_ -> measured.begin(ids, first));
    return measured;
  }

  int questions() {
    return questions;
  }

  /** The statistics by which the database plans its queries. */
  void analyse() {
    sql.execute(onPostgres() ? "vacuum analyze" : "analyze");
  }

  static boolean onPostgres() {
    return "postgresql".equals(System.getProperty("keypoint.test.database"));
  }

  private void begin(List<Long> ids, int first) {
    sql.execute("create table if not exists numbers (n bigint primary key)");
    if (sql.queryForList("select n from numbers where n = 0", Long.class).isEmpty()) {
      var unusedNumbers =
          sql.batchUpdate(
              "insert into numbers (n) values (?)",
              LongStream.range(0, MOST_OF_ONE).mapToObj(n -> new Object[] {n}).toList());
    }
    sql.execute(
        "create table %s (n bigint primary key, learner_id bigint not null)".formatted(table));
    var unusedMeasured =
        sql.batchUpdate(
            "insert into %s (n, learner_id) values (?, ?)".formatted(table),
            IntStream.range(0, learners)
                .mapToObj(n -> new Object[] {first + n, ids.get(n)})
                .toList());
    var unusedTurns =
        update("insert into review_learner (learner_id, steps) select m.learner_id, 0 from %s m");
    int position = 0;
    for (Quiz quiz : quizzes) {
      attempts(quiz, position);
      for (QuestionVersion version : quiz.questions()) {
        card(version.question().id(), position++);
      }
    }
  }

  /** Runs a statement on the table of those who are measured. */
  private int update(String statement, Object... arguments) {
    return sql.update(statement.formatted(table), arguments);
  }

  /** Makes them members. */
  void join(long cohortId) {
    var unusedMembers =
        update(
            """
            insert into cohort_member (cohort_id, learner_id, joined_at)
            select cast(? as bigint), m.learner_id,
              timestamp with time zone '2026-01-01 00:00:00+00'
            from %s m
            """,
            cohortId);
  }

  /** Everybody's first and only attempt at a quiz. */
  private void attempts(Quiz quiz, int base) {
    var unusedAttempts =
        update(
            """
            insert into attempt (id, learner_id, quiz_id, state, started_at, finished_at, marks,
              max_marks, ordinal)
            select cast(? as bigint) + m.n, m.learner_id, cast(? as varchar), 'FINISHED',
              timestamp with time zone '2026-01-02 00:00:00+00',
              timestamp with time zone '2026-01-02 00:10:00+00', 1.0, cast(? as int), 1
            from %s m
            """,
            1_000_000_000L + base * 1_000_000L, quiz.id(), quiz.questions().size());
    int position = 0;
    for (QuestionVersion version : quiz.questions()) {
      var unusedItems =
          update(
              """
              insert into attempt_item (id, attempt_id, position, question_version_id, question_id,
                series, option_order, marks, answered_at, millis)
              select cast(? as bigint) + m.n * 10000, cast(? as bigint) + m.n, cast(? as int),
                cast(? as bigint), cast(? as varchar), cast(? as int), '',
                case when mod(m.n, 3) = 0 then 0.0 else 1.0 end,
                timestamp with time zone '2026-01-02 00:05:00+00', 1000
              from %s m
              """,
              2_000_000_000L + base + position,
              1_000_000_000L + base * 1_000_000L,
              position,
              version.id(),
              version.question().id(),
              version.series());
      position++;
    }
    var unusedStandings =
        update(
            """
            insert into learner_quiz (learner_id, quiz_id, finished, best, first_attempt_id,
              answered, total)
            select m.learner_id, cast(? as varchar), 1, 0.7, cast(? as bigint) + m.n, 0, 0
            from %s m
            """,
            quiz.id(), 1_000_000_000L + base * 1_000_000L);
  }

  private void card(String question, int position) {
    var unused =
        update(
            """
            insert into card (id, learner_id, question_id, version, retired, fresh, queue_day,
              repetitions, easiness, interval_days, due, drill, comes_up, queued_at, last_reviewed,
              last_seen, lapses, suspended)
            select m.learner_id * 1000 + cast(? as bigint), m.learner_id, cast(? as varchar),
              cast(? as int), false, false, cast(? as date), 3, 250, 30, cast(? as date), false,
              cast(? as date), timestamp with time zone '2026-01-02 00:05:00+00', cast(? as date),
              cast(? as date), mod(m.n, 7), false
            from %s m
            """,
            position,
            question,
            LATEST_VERSION + 1,
            today.plusDays(position % 30 - 1),
            today.plusDays(position % 30 - 1),
            today.plusDays(position % 30 - 1),
            today.minusDays(31 - position % 30),
            today.minusDays(31 - position % 30));
  }

  /** Older reviews, from so many of each learner to so many. */
  void grow(long from, long to) {
    if (onPostgres()) {
      context
          .getBean(TransactionOperations.class)
          .executeWithoutResult(
              _ -> {
                List<String> indexes = dropIndexesOfLog();
                log(from, to);
                indexes.forEach(sql::execute);
              });
    } else {
      log(from, to);
    }
    days(from, to);
  }

  /** PostgreSQL builds an index in a moment that it would fill row by row for minutes. */
  private List<String> dropIndexesOfLog() {
    sql.execute("set local session_replication_role = replica");
    sql.execute("set local maintenance_work_mem = '512MB'");
    List<String> made =
        sql.queryForList(
            """
            select indexdef from pg_indexes i
            where tablename = 'review_log' and not exists (
              select 1 from pg_constraint c where c.conname = i.indexname)
            """,
            String.class);
    for (String index : made) {
      sql.execute("drop index " + index.replaceAll(".* INDEX (\\S+) ON .*", "$1"));
    }
    return made;
  }

  private void log(long from, long to) {
    long chunk = Math.clamp(CHUNK / learners, 1, MOST_OF_ONE);
    for (long start = from; start < to; start += chunk) {
      var unusedLog =
          update(
              """
              insert into review_log (id, learner_id, card_id, card_version, at, study_day, kind,
                grade, millis, step,
                before_repetitions, before_easiness, before_interval_days, before_due,
                before_drill, before_comes_up, before_queued_at, before_last_seen, before_lapses,
                before_suspended,
                after_repetitions, after_easiness, after_interval_days, after_due, after_drill,
                after_comes_up, after_queued_at, after_last_seen, after_lapses, after_suspended)
              select r.id, r.learner_id, r.card_id, r.version,
                cast(r.study_day as timestamp with time zone), r.study_day, 'SCHEDULED',
                case when mod(r.id, 8) = 0 then 1 else 4 end, 9000, r.step,
                2, 250, 12, r.study_day, false, r.study_day,
                timestamp with time zone '2026-01-02 00:05:00+00', r.study_day - 12, 0, false,
                3, 250, 30, r.study_day + 30, false, r.study_day + 30,
                timestamp with time zone '2026-01-02 00:05:00+00', r.study_day, 0, false
              from (
                select m.learner_id, m.n * 1000000 + k.n + cast(? as bigint) as id,
                  m.learner_id * 1000
                    + mod(k.n + cast(? as bigint), cast(? as bigint)) as card_id,
                  cast(? as int) - (k.n + cast(? as bigint)) / cast(? as bigint) as version,
                  cast(? as bigint) - k.n - cast(? as bigint) as step,
                  cast(? as date) - cast((k.n + cast(? as bigint)) / cast(? as bigint) as int)
                    as study_day
                from %s m cross join numbers k
                where k.n < cast(? as bigint)) r
              """,
              start,
              start,
              questions,
              LATEST_VERSION,
              start,
              questions,
              LATEST_STEP,
              start,
              today,
              start,
              perDay,
              Math.min(chunk, to - start));
    }
  }

  private void days(long from, long to) {
    for (long start = Math.ceilDiv(from, perDay);
        start < Math.ceilDiv(to, perDay);
        start += MOST_OF_ONE) {
      var unusedDays =
          update(
              """
              insert into learner_day (learner_id, study_day, answers, cleared, due_done,
                introduced, reviews, remembered, millis, queue_millis, bridged)
              select m.learner_id, cast(? as date) - cast(k.n + cast(? as bigint) as int),
                cast(? as int), cast(? as int), cast(? as int), 0, cast(? as int),
                cast(? as int) - cast(mod(m.n, 3) as int), 90000, 90000, false
              from %s m cross join numbers k
              where k.n < cast(? as bigint)
              """,
              today,
              start,
              perDay,
              perDay,
              perDay,
              perDay,
              perDay - 1,
              Math.min(MOST_OF_ONE, Math.ceilDiv(to, perDay) - start));
    }
    var unusedSteps =
        update(
            "update review_learner set steps = ? where learner_id in (select learner_id from %s)",
            LATEST_STEP);
  }
}
