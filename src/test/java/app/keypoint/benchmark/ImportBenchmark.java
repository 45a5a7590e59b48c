package app.keypoint.benchmark;

import app.keypoint.KeypointApplication;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.interchange.HistoryImport;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.time.StudyCalendar;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A history brought at once: as many answers as the argument says, over 2,300 days, a fifth of them
 * of questions that are here. Looked at first, then imported, brought again, and taken back; with
 * the time, the heap that was in use after collections, and the size of the file of the database.
 */
final class ImportBenchmark {

  private static final Duration PAST = Duration.ofDays(2_300);
  private static final int MEGABYTE = 1024 * 1024;

  private static final PrintStream out = System.out;
  private static final AtomicLong mostHeap = new AtomicLong();

  private ImportBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[0]);
    watchTheHeap();
    Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
    try (ConfigurableApplicationContext server =
        new SpringApplicationBuilder(KeypointApplication.class)
            .run(
                "--keypoint.data-dir=" + data.toAbsolutePath(),
                "--keypoint.import.at-once=" + rows,
                "--server.port=0",
                "--management.server.port=0",
                "--logging.level.root=warn")) {
      Account learner = learner(server);
      Path file = history(server, data, rows);
      ReviewHistory history = server.getBean(ReviewHistory.class);
      HistoryImport imports = new HistoryImport(history, server.getBean(Clock.class));
      System.gc();
      out.printf(
          "%n%,d answers over %d days, %.1f MB; heap of at most %d MB%n%n",
          rows,
          PAST.toDays(),
          (double) Files.size(file) / MEGABYTE,
          Runtime.getRuntime().maxMemory() / MEGABYTE);
      out.printf("%12s %10s %16s %14s%n", "", "seconds", "MB after GC", "MB of file");
      Path database = data.resolve("keypoint.mv.db");
      measure("nothing", database, () -> 0);
      measure("preview", database, () -> imports.preview(learner, file));
      measure("import", database, () -> imports.run(learner, file, false));
      measure("again", database, () -> imports.run(learner, file, false));
      measure("taken back", database, () -> takeBack(history, learner));
    }
  }

  private static int takeBack(ReviewHistory history, Account learner) {
    history.takeBack(learner, history.imports(learner.id()).getFirst().id());
    return 0;
  }

  private static void measure(String what, Path database, Callable<?> work) throws Exception {
    mostHeap.set(0);
    long begun = System.nanoTime();
    Object result = work.call();
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf(
        "%12s %10.1f %16d %14d  %s%n",
        what,
        seconds,
        mostHeap.get() / MEGABYTE,
        Files.size(database) / MEGABYTE,
        result instanceof ReviewHistory.Addition ? result : "");
  }

  private static void watchTheHeap() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, _) -> {
                if (notification.getUserData() instanceof CompositeData told) {
                  long used =
                      GarbageCollectionNotificationInfo.from(told)
                          .getGcInfo()
                          .getMemoryUsageAfterGc()
                          .entrySet()
                          .stream()
                          .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Old|Tenured).*"))
                          .map(Map.Entry::getValue)
                          .mapToLong(MemoryUsage::getUsed)
                          .sum();
                  mostHeap.accumulateAndGet(used, Math::max);
                }
              },
              null,
              null);
    }
  }

  private static Account learner(ConfigurableApplicationContext server) {
    return server
        .getBean(Accounts.class)
        .create(
            new NewAccount(
                "benchmark",
                "Benchmark",
                "correct horse battery",
                Role.LEARNER,
                new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                null));
  }

  private static Path history(ConfigurableApplicationContext server, Path folder, int rows)
      throws IOException {
    String[] questions =
        server.getBean(Catalogue.class).quizzes().stream()
            .flatMap(quiz -> quiz.questions().stream())
            .map(each -> each.question().id())
            .toArray(String[]::new);
    Instant begin = server.getBean(Clock.class).instant().minus(PAST);
    long step = PAST.toMillis() / (rows + 1);
    Path file = folder.resolve("history.csv");
    try (Writer target = Files.newBufferedWriter(file)) {
      target.write("card_id,review_time,review_rating\n");
      for (int i = 0; i < rows; i++) {
        String card = i % 5 == 0 ? questions[i / 5 % questions.length] : "c" + i % 20_000;
        target.write(card + "," + begin.plusMillis(step * i).toEpochMilli() + "," + (1 + i % 4));
        target.write('\n');
      }
    }
    return file;
  }
}
