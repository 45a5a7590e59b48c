package app.keypoint.benchmark;

import app.keypoint.KeypointApplication;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.Signed;
import app.keypoint.support.SqlRecorder;
import app.keypoint.support.StoredLog;
import app.keypoint.support.TestDatabase;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Measures a cohort's dashboard while the log behind it grows tenfold from size to size, beside a
 * plain GROUP BY over that log. The log is written by SQL and grows into the past, at ten reviews a
 * day and learner, so that what learners hold today is the same at every size.
 *
 * <p>Arguments: the largest size (1,000,000 unless told), learners (1,000), and {@code -v} for the
 * time of each statement. PostgreSQL is filled with ten million in four minutes, H2 with one.
 */
final class CohortBenchmark {

  private static final long FIRST_SIZE = 10_000;
  private static final int PER_DAY = 10;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 9;
  private static final int FEW = 3;

  /** Reviews of each learner that one statement writes. */
  private static final long CHUNK = 100;

  private static final LocalDate LEARNED = LocalDate.of(2000, 1, 1);

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate sql;
  private final LocalDate today;
  private final List<Quiz> quizzes;
  private final int questions;

  private final StatementTimes times;

  private CohortBenchmark(ConfigurableApplicationContext context, StatementTimes times) {
    this.context = context;
    this.times = times;
    this.sql = context.getBean(JdbcTemplate.class);
    this.today = LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZoneOffset.UTC);
    this.quizzes = context.getBean(Catalogue.class).quizzes();
    this.questions = quizzes.stream().mapToInt(quiz -> quiz.questions().size()).sum();
  }

  public static void main(String[] args) {
    List<String> plain = Arrays.stream(args).filter(each -> !each.startsWith("-")).toList();
    long most = plain.isEmpty() ? 1_000_000 : Long.parseLong(plain.getFirst());
    int learners = plain.size() > 1 ? Integer.parseInt(plain.get(1)) : 1_000;
    StatementTimes times = new StatementTimes();
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(KeypointApplication.class)
            .initializers(
                new TestDatabase(),
                starting ->
                    ((GenericApplicationContext) starting)
                        .registerBean("times", BeanPostProcessor.class, () -> around(times)))
            .run("--server.port=0", "--logging.level.root=error")) {
      new CohortBenchmark(context, times).measure(most, learners, args.length > plain.size());
    }
  }

  private void measure(long most, int learners, boolean verbose) {
    Account instructor = account(Role.INSTRUCTOR, 0);
    Cohorts cohorts = context.getBean(Cohorts.class);
    Cohort cohort =
        Signed.in(context, instructor, () -> cohorts.create(instructor.id(), "Measured"));
    long like = account(Role.LEARNER, 1).id();
    context
        .getBean(TransactionOperations.class)
        .executeWithoutResult(_ -> fill(cohort.id(), like, learners));
    System.out.printf("%,d learners, %d questions each%n", learners, questions);
    System.out.printf(
        "%12s %14s %10s %12s %22s %10s%n",
        "reviews", "dashboard ms", "fastest", "statements", "GROUP BY over log ms", "fastest");
    long stored = 0;
    for (long size = Math.max(FIRST_SIZE, learners); size <= most; size *= 10) {
      grow(stored / learners, size / learners);
      stored = size;
      analyse();
      Dashboards dashboards = context.getBean(Dashboards.class);
      Supplier<Dashboard> page =
          () -> Signed.in(context, instructor, () -> dashboards.of(instructor.id(), cohort.id()));
      int statements = SqlRecorder.statementsOf(page).size();
      Taken dashboard = taken(page, WARM_UP, ROUNDS);
      if (verbose) {
        times.print(12);
      }
      Taken naive = taken(() -> naive(cohort.id()), 1, FEW);
      System.out.printf(
          "%,12d %14.1f %10.1f %12d %22.1f %10.1f%n",
          size,
          dashboard.median(),
          dashboard.fastest(),
          statements,
          naive.median(),
          naive.fastest());
    }
  }

  /** Milliseconds; other work on the machine makes the median longer and hardly the fastest. */
  private record Taken(double median, double fastest) {}

  private Taken taken(Supplier<?> action, int warmUp, int rounds) {
    var unusedWarm = IntStream.range(0, warmUp).mapToObj(_ -> action.get()).toList().size();
    times.clear();
    long[] taken = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      var unused = action.get();
      taken[i] = System.nanoTime() - start;
    }
    Arrays.sort(taken);
    double nanos = TimeUnit.MILLISECONDS.toNanos(1);
    return new Taken(taken[rounds / 2] / nanos, taken[0] / nanos);
  }

  private static BeanPostProcessor around(StatementTimes times) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? times.around(source) : bean;
      }
    };
  }

  /** What the page would cost without anything kept. */
  private List<?> naive(long cohortId) {
    return sql.queryForList(
        """
        select m.learner_id, max(l.study_day) as latest,
          sum(case when l.study_day > ? and l.before_interval_days > 0 then 1 else 0 end) as reviews,
          sum(case when l.study_day > ? and l.before_interval_days > 0 and l.grade >= 3
            then 1 else 0 end) as remembered
        from cohort_member m join review_log l on l.learner_id = m.learner_id
        where m.cohort_id = ? and l.kind = 'SCHEDULED'
          and not exists (select 1 from review_log u where u.undoes = l.id)
        group by m.learner_id
        """,
        today.minusDays(28),
        today.minusDays(28),
        cohortId);
  }

  private void analyse() {
    sql.execute(onPostgres() ? "vacuum analyze" : "analyze");
  }

  private static boolean onPostgres() {
    return "postgresql".equals(System.getProperty("keypoint.test.database"));
  }

  private void fill(long cohortId, long like, int learners) {
    List<Long> ids = StoredLog.accounts(sql, like, learners);
    sql.execute("create table numbers (n bigint primary key)");
    var unusedNumbers =
        sql.batchUpdate(
            "insert into numbers (n) values (?)",
            LongStream.range(0, 10_000).mapToObj(n -> new Object[] {n}).toList());
    sql.execute("create table measured (n bigint primary key, learner_id bigint not null)");
    var unusedMeasured =
        sql.batchUpdate(
            "insert into measured (n, learner_id) values (?, ?)",
            IntStream.range(0, learners).mapToObj(n -> new Object[] {n, ids.get(n)}).toList());
    var unusedMembers =
        sql.update(
            """
            insert into cohort_member (cohort_id, learner_id, joined_at)
            select cast(? as bigint), learner_id, timestamp with time zone '2026-01-01 00:00:00+00'
            from measured
            """,
            cohortId);
    var unusedTurns =
        sql.update(
            "insert into review_learner (learner_id, steps) select learner_id, 0 from measured");
    int position = 0;
    for (Quiz quiz : quizzes) {
      attempts(quiz, position);
      for (QuestionVersion version : quiz.questions()) {
        card(version.question().id(), position++);
      }
    }
  }

  /** Everybody's first and only attempt at a quiz. */
  private void attempts(Quiz quiz, int base) {
    var unusedAttempts =
        sql.update(
            """
            insert into attempt (id, learner_id, quiz_id, state, started_at, finished_at, marks,
              max_marks, ordinal)
            select cast(? as bigint) + m.n, m.learner_id, cast(? as varchar), 'FINISHED',
              timestamp with time zone '2026-01-02 00:00:00+00',
              timestamp with time zone '2026-01-02 00:10:00+00', 1.0, cast(? as int), 1
            from measured m
            """,
            1_000_000_000L + base * 1_000_000L,
            quiz.id(),
            quiz.questions().size());
    int position = 0;
    for (QuestionVersion version : quiz.questions()) {
      var unusedItems =
          sql.update(
              """
              insert into attempt_item (id, attempt_id, position, question_version_id, question_id,
                series, option_order, marks, answered_at, millis)
              select cast(? as bigint) + m.n * 10000, cast(? as bigint) + m.n, cast(? as int),
                cast(? as bigint), cast(? as varchar), cast(? as int), '',
                case when mod(m.n, 3) = 0 then 0.0 else 1.0 end,
                timestamp with time zone '2026-01-02 00:05:00+00', 1000
              from measured m
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
        sql.update(
            """
            insert into learner_quiz (learner_id, quiz_id, finished, best, first_attempt_id,
              answered, total)
            select m.learner_id, cast(? as varchar), 1, 0.7, cast(? as bigint) + m.n, 0, 0
            from measured m
            """,
            quiz.id(),
            1_000_000_000L + base * 1_000_000L);
  }

  private void card(String question, int position) {
    var unused =
        sql.update(
            """
            insert into card (id, learner_id, question_id, version, retired, fresh, queue_day,
              repetitions, easiness, interval_days, due, drill, comes_up, queued_at, last_reviewed,
              last_seen, lapses, suspended)
            select m.learner_id * 1000 + cast(? as bigint), m.learner_id, cast(? as varchar), 1,
              false, false, cast(? as date), 3, 250, 30, cast(? as date), false, cast(? as date),
              timestamp with time zone '2026-01-02 00:05:00+00', cast(? as date), cast(? as date),
              mod(m.n, 7), false
            from measured m
            """,
            position,
            question,
            today.plusDays(position % 30 - 1),
            today.plusDays(position % 30 - 1),
            today.plusDays(position % 30 - 1),
            today.minusDays(31 - position % 30),
            today.minusDays(31 - position % 30));
  }

  /** Older reviews, from so many of each learner to so many. */
  private void grow(long from, long to) {
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
    for (long start = from; start < to; start += CHUNK) {
      var unusedLog =
          sql.update(
              """
              insert into review_log (id, learner_id, card_id, card_version, at, study_day, kind,
                grade, millis, step,
                before_repetitions, before_easiness, before_interval_days, before_due,
                before_drill, before_comes_up, before_queued_at, before_lapses, before_suspended,
                after_repetitions, after_easiness, after_interval_days, after_due, after_drill,
                after_comes_up, after_queued_at, after_lapses, after_suspended)
              select m.n * 1000000 + k.n + cast(? as bigint), m.learner_id,
                m.learner_id * 1000 + mod(k.n + cast(? as bigint), cast(? as bigint)),
                (k.n + cast(? as bigint)) / cast(? as bigint),
                timestamp with time zone '2026-01-02 00:05:00+00',
                cast(? as date) - cast((k.n + cast(? as bigint)) / cast(? as bigint) as int),
                'SCHEDULED', case when mod(k.n, 8) = 0 then 1 else 4 end, 9000,
                k.n + cast(? as bigint),
                2, 250, 12, cast(? as date), false, cast(? as date),
                timestamp with time zone '2026-01-02 00:05:00+00', 0, false,
                3, 250, 30, cast(? as date), false, cast(? as date),
                timestamp with time zone '2026-01-02 00:05:00+00', 0, false
              from measured m cross join numbers k
              where k.n < cast(? as bigint)
              """,
              start,
              start,
              questions,
              start,
              questions,
              today,
              start,
              PER_DAY,
              start,
              LEARNED,
              LEARNED,
              LEARNED,
              LEARNED,
              Math.min(CHUNK, to - start));
    }
  }

  private void days(long from, long to) {
    var unusedDays =
        sql.update(
            """
            insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
              reviews, remembered, millis, queue_millis, bridged)
            select m.learner_id, cast(? as date) - cast(k.n as int), 10, 10, 10, 0, 10,
              9 - cast(mod(m.n, 3) as int), 90000, 90000, false
            from measured m cross join numbers k
            where k.n >= cast(? as bigint) and k.n < cast(? as bigint)
            """,
            today,
            Math.ceilDiv(from, PER_DAY),
            Math.ceilDiv(to, PER_DAY));
    var unusedSteps =
        sql.update(
            "update review_learner set steps = ? where learner_id in (select learner_id from measured)",
            to);
  }

  private Account account(Role role, int number) {
    return context
        .getBean(Accounts.class)
        .create(
            new NewAccount(
                "measured-" + number,
                "Measured",
                "correct horse battery",
                role,
                new StudyCalendar(ZoneOffset.UTC, 4),
                null));
  }
}
