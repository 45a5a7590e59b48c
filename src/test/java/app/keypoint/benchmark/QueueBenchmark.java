package app.keypoint.benchmark;

import app.keypoint.KeypointApplication;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.review.Reviewing;
import app.keypoint.support.StoredCards;
import app.keypoint.time.StudyCalendar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A page of the due queue at 10,000 and at 1,000,000 stored cards of one learner, fifty of them due
 * in both: two servers with an H2 file each, asked in turns in one run, so that what else the
 * machine does falls on both alike.
 */
final class QueueBenchmark {

  private static final List<Integer> STORED = List.of(10_000, 1_000_000);
  private static final int DUE = 50;
  private static final int ROUNDS = 40;
  private static final int PAGES = 50;

  private QueueBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    List<Subject> subjects = new ArrayList<>();
    for (int stored : STORED) {
      subjects.add(Subject.with(stored));
    }
    subjects.forEach(subject -> subject.nanosOfPages(PAGES)); // warm
    List<List<Double>> micros = List.of(new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < subjects.size(); i++) {
        micros.get(i).add(subjects.get(i).nanosOfPages(PAGES) / 1_000.0 / PAGES);
      }
    }
    out.printf("%nA page of the due queue (counts, next day, head), %d cards due%n", DUE);
    out.printf("%d rounds of %d pages, in turns; microseconds a page%n%n", ROUNDS, PAGES);
    out.printf("%12s %10s %10s %10s%n", "stored", "median", "p90", "fastest");
    for (int i = 0; i < STORED.size(); i++) {
      List<Double> sorted = micros.get(i).stream().sorted().toList();
      out.printf(
          "%,12d %10.0f %10.0f %10.0f%n",
          STORED.get(i), sorted.get(ROUNDS / 2), sorted.get(ROUNDS * 9 / 10), sorted.getFirst());
    }
    double ratio = median(micros.getLast()) / median(micros.getFirst());
    out.printf("%nRatio of the medians, a hundred times as many cards stored: %.2f%n", ratio);
    subjects.forEach(Subject::close);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** A server and a learner with many cards. */
  private record Subject(
      ConfigurableApplicationContext server, Reviewing reviewing, Account learner) {

    static Subject with(int stored) throws IOException {
      Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
      ConfigurableApplicationContext server =
          new SpringApplicationBuilder(KeypointApplication.class)
              .run(
                  "--keypoint.data-dir=" + data.toAbsolutePath(),
                  "--server.port=0",
                  "--management.server.port=0",
                  "--logging.level.root=warn");
      Account learner =
          server
              .getBean(Accounts.class)
              .create(
                  new NewAccount(
                      "benchmark",
                      "Benchmark",
                      "correct horse battery",
                      Role.LEARNER,
                      new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                      null));
      LocalDate today = learner.calendar().dayOf(server.getBean(Clock.class).instant());
      JdbcTemplate jdbc = server.getBean(JdbcTemplate.class);
      StoredCards.add(jdbc, server.getBean(Catalogue.class), learner.id(), today, DUE, stored);
      jdbc.execute("analyze");
      return new Subject(server, server.getBean(Reviewing.class), learner);
    }

    long nanosOfPages(int pages) {
      long start = System.nanoTime();
      for (int page = 0; page < pages; page++) {
        if (reviewing.queue(learner).head().isEmpty()) {
          throw new IllegalStateException("Nothing is due");
        }
      }
      return System.nanoTime() - start;
    }

    void close() {
      server.close();
    }
  }
}
