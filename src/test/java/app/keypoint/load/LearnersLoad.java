package app.keypoint.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Learners who register, sign in and learn at a server of its own on this machine: each thinking
 * for half a minute and more between two clicks, or as fast as they are answered. The server is
 * killed in the end, and what learners were told is kept is looked for in its database.
 */
final class LearnersLoad {

  private static final Duration LEAST = Duration.ofSeconds(30);
  private static final Duration MOST = Duration.ofSeconds(90);
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  /** Hashes of passwords take their time one after the other anyway. */
  private static final int REGISTER_AT_ONCE = 8;

  private final PrintStream out = System.out;
  private final HttpClient client = WalkingLearner.client();
  private final List<WalkingLearner> learners = new ArrayList<>();

  /**
   * @param args {@code learners} or {@code closed}, how many, and for how many seconds
   */
  public static void main(String[] args) throws Exception {
    boolean closed = args[0].equals("closed");
    int count = args.length > 1 ? Integer.parseInt(args[1]) : closed ? 40 : 1_000;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : closed ? 60 : 300;
    if (count < 1 || count > (closed ? 500 : 5_000) || seconds < 1 || seconds > 900) {
      throw new IllegalArgumentException(
          "At most 5,000 learners, or 500 without a pause, for 900 seconds");
    }
    new LearnersLoad().run(closed, count, Duration.ofSeconds(seconds));
    System.exit(0);
  }

  private void run(boolean closed, int count, Duration time) throws Exception {
    Path target = Files.createDirectories(Path.of("target"));
    Path data = Files.createTempDirectory(target, "load-").toAbsolutePath();
    try (Database database = Database.start(data)) {
      List<String> settings = new ArrayList<>(List.of(data.toString()));
      settings.addAll(database.settings());
      Process server =
          Programs.start(
              List.of("-Xmx%dm".formatted(1_024 + count)), ServerUnderLoad.class, settings);
      try {
        load(Programs.port(server), closed, count, time);
      } finally {
        server.destroyForcibly().waitFor();
      }
      try (Connection connection =
          DriverManager.getConnection(database.url(), database.user(), "")) {
        report(Answers.compared(learners, connection));
      }
    }
  }

  private void load(int port, boolean closed, int count, Duration time) throws Exception {
    Deeds coming = new Deeds();
    for (int i = 0; i < count; i++) {
      // From an address each, as at home: throttling by address is for others.
      Map<String, String> from =
          Map.of("X-Forwarded-For", "198.18.%d.%d".formatted(i / 250, i % 250 + 1));
      learners.add(new WalkingLearner(port, "walker-" + i, from, client, coming, Pace.hurried()));
    }
    long begun = System.nanoTime();
    Semaphore places = new Semaphore(REGISTER_AT_ONCE);
    all(
        learners,
        learner -> {
          places.acquire();
          try {
            learner.register();
          } finally {
            places.release();
          }
        });
    out.printf("%n%,d learners registered within %d s%n", count, seconds(begun));

    // A server that has just started has not compiled what it runs.
    long warm = System.nanoTime() + WARM_UP.toNanos();
    all(
        learners.subList(0, Math.min(20, count)),
        learner -> learner.walk(() -> System.nanoTime() < warm));

    Deeds deeds = new Deeds();
    learners.replaceAll(
        learner -> learner.at(closed ? Pace.hurried() : Pace.thinking(LEAST, MOST), deeds));
    long end = System.nanoTime() + time.toNanos();
    all(learners, learner -> learner.walk(() -> System.nanoTime() < end));
    report(coming, deeds, Duration.ofNanos(System.nanoTime() - end).plus(time));
  }

  private interface Deed {
    void by(WalkingLearner learner) throws Exception;
  }

  /** Everybody at once; whoever waits in thought when the time is up still does that last thing. */
  private static void all(List<WalkingLearner> learners, Deed deed) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<@Nullable Void>> tasks = new ArrayList<>();
      for (WalkingLearner learner : learners) {
        tasks.add(
            () -> {
              deed.by(learner);
              return null;
            });
      }
      for (Future<@Nullable Void> done : threads.invokeAll(tasks, 1, TimeUnit.HOURS)) {
        var unused = done.get();
      }
    }
  }

  private void report(Deeds coming, Deeds deeds, Duration time) {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    out.printf(
        "%d processors, load average %.1f%n%n",
        machine.getAvailableProcessors(), machine.getSystemLoadAverage());
    out.printf(
        "%-18s %s%n", "registers", coming.taken().getOrDefault("registers", new Latencies()));
    deeds.taken().forEach((what, times) -> out.printf("%-18s %s%n", what, times));
    out.printf(
        "%-18s %s%n%n%.1f messages a second for %d s%n",
        "all", deeds.all(), 1e9 * deeds.all().count() / time.toNanos(), time.toSeconds());
    coming.wrong().forEach((what, times) -> out.printf("before: %s, %s times%n", what, times));
    deeds.wrong().forEach((what, times) -> out.printf("%s, %s times%n", what, times));
  }

  private void report(Answers answers) {
    out.printf(
        "Answers: %,d acknowledged, %,d in the database after the server was killed;"
            + " %d without an answer, %d missing, %d too many, %d contradictions%n%n",
        answers.acknowledged(),
        answers.found(),
        answers.unanswered(),
        answers.missing(),
        answers.tooMany(),
        answers.contradictions());
  }

  private static long seconds(long begun) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
  }

  /** Where the server keeps what it has: H2 in its data folder, or a PostgreSQL of its own. */
  private record Database(
      String url, String user, List<String> settings, @Nullable EmbeddedPostgres postgres)
      implements AutoCloseable {

    static Database start(Path data) throws Exception {
      if ("postgresql".equals(System.getenv("KEYPOINT_DATABASE"))) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        return new Database(
            url,
            "postgres",
            List.of("--spring.datasource.url=" + url, "--spring.datasource.username=postgres"),
            postgres);
      }
      return new Database(
          "jdbc:h2:file:%s;IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
              .formatted(data.resolve("keypoint")),
          "keypoint",
          List.of(),
          null);
    }

    @Override
    public void close() throws java.io.IOException {
      if (postgres != null) {
        postgres.close();
      }
    }
  }
}
