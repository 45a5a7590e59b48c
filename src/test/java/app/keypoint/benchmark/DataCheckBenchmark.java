package app.keypoint.benchmark;

import app.keypoint.KeypointApplication;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.Signed;
import app.keypoint.integrity.DataCheck;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.support.StoredLog;
import app.keypoint.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Measures the check of the data over a million entries of a thousand learners, or as many as the
 * arguments say.
 */
final class DataCheckBenchmark {

  private DataCheckBenchmark() {}

  public static void main(String[] args) throws InterruptedException {
    int learners = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    int entries = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(KeypointApplication.class)
            .initializers(new TestDatabase())
            .run("--server.port=0", "--logging.level.root=error")) {
      Account administrator = MeasuredAccounts.add(context, Role.ADMINISTRATOR, 0);
      fill(context, learners, entries);
      long start = System.nanoTime();
      Report report = check(context, administrator);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%s: %,d entries of %,d learners in %.1f s, %d differences; most memory used %,d MB of %,d%n",
          report.state(),
          report.entries(),
          report.done(),
          taken.toMillis() / 1000.0,
          report.differences(),
          mostUsed >> 20,
          runtime.maxMemory() >> 20);
      report.first().stream().limit(3).forEach(System.out::println);
    }
  }

  private static long mostUsed;

  private static Report check(ConfigurableApplicationContext context, Account administrator)
      throws InterruptedException {
    DataCheck check = context.getBean(DataCheck.class);
    Boolean started =
        Signed.in(
            context,
            administrator,
            () -> {
              check.start(false);
              return true;
            });
    Report report = Signed.in(context, administrator, check::report);
    while (started && report.state() == State.RUNNING) {
      TimeUnit.MILLISECONDS.sleep(100);
      Runtime runtime = Runtime.getRuntime();
      mostUsed = Math.max(mostUsed, runtime.totalMemory() - runtime.freeMemory());
      report = Signed.in(context, administrator, check::report);
    }
    return report;
  }

  private static void fill(ConfigurableApplicationContext context, int learners, int entries) {
    List<String> questions =
        context.getBean(Catalogue.class).quizzes().stream()
            .flatMap(quiz -> quiz.questions().stream())
            .map(version -> version.question().id())
            .toList();
    long first = MeasuredAccounts.add(context, Role.LEARNER, 1).id();
    JdbcTemplate sql = context.getBean(JdbcTemplate.class);
    List<Long> ids = StoredLog.accounts(sql, first, learners);
    IntStream.range(0, learners)
        .forEach(
            i ->
                context
                    .getBean(TransactionOperations.class)
                    .executeWithoutResult(_ -> StoredLog.add(sql, ids.get(i), questions, entries)));
  }
}
