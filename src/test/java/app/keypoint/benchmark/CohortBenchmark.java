package app.keypoint.benchmark;

import app.keypoint.KeypointApplication;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.Signed;
import app.keypoint.support.SqlRecorder;
import app.keypoint.support.StoredLog;
import app.keypoint.support.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures a cohort's dashboard while the log behind it grows tenfold from size to size, beside a
 * plain GROUP BY over that log. The log grows into the past, at ten reviews a day and learner.
 *
 * <p>Arguments: the largest size (1,000,000 unless told), learners (1,000), and {@code -v} for the
 * time of each statement.
 */
final class CohortBenchmark {

  private static final long FIRST_SIZE = 10_000;
  private static final int PER_DAY = 10;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 9;
  private static final int FEW = 3;

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate sql;
  private final LocalDate today;

  private final StatementTimes times;

  private CohortBenchmark(ConfigurableApplicationContext context, StatementTimes times) {
    this.context = context;
    this.times = times;
    this.sql = context.getBean(JdbcTemplate.class);
    this.today = LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZoneOffset.UTC);
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
    Account instructor = MeasuredAccounts.add(context, Role.INSTRUCTOR, 0);
    Cohorts cohorts = context.getBean(Cohorts.class);
    Cohort cohort =
        Signed.in(context, instructor, () -> cohorts.create(instructor.id(), "Measured"));
    long like = MeasuredAccounts.add(context, Role.LEARNER, 1).id();
    MeasuredLearners members =
        MeasuredLearners.of(context, StoredLog.accounts(sql, like, learners), 0, PER_DAY);
    members.join(cohort.id());
    System.out.printf("%,d learners, %d questions each%n", learners, members.questions());
    System.out.printf(
        "%12s %14s %10s %12s %22s %10s%n",
        "reviews", "dashboard ms", "fastest", "statements", "GROUP BY over log ms", "fastest");
    long stored = 0;
    for (long size = Math.max(FIRST_SIZE, learners); size <= most; size *= 10) {
      members.grow(stored / learners, size / learners);
      stored = size;
      members.analyse();
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

  private Taken taken(Supplier<?> action, int warmUp, int rounds) {
    var unusedWarm = IntStream.range(0, warmUp).mapToObj(_ -> action.get()).toList().size();
    times.clear();
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      var unused = action.get();
      taken.add(System.nanoTime() - start);
    }
    return Taken.of(taken);
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
}
