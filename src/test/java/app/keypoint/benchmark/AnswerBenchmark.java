package app.keypoint.benchmark;

import app.keypoint.KeypointApplication;
import app.keypoint.access.Unattended;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Responses;
import app.keypoint.support.StoredCards;
import app.keypoint.time.StudyCalendar;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An answer to a card by the service, beside the very statements that it sends, sent by JDBC alone:
 * in turns in one run, so that what else the machine does falls on both alike. On H2 with the
 * settings that survive a kill, and on a PostgreSQL that waits for the disk.
 */
final class AnswerBenchmark {

  private static final int ROUNDS = 60;
  private static final int ANSWERS = 100;
  private static final int WARM_UP = 2_000;

  private final PrintStream out = System.out;
  private final RecordedTransaction recorded = new RecordedTransaction();

  private long nextLogId = 1_000_000_000L;

  public static void main(String[] arguments) throws Exception {
    String which = arguments.length > 0 ? arguments[0] : "both";
    Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
    if (!which.equals("postgresql")) {
      new AnswerBenchmark()
          .run("H2", 1.35, List.of("--keypoint.data-dir=" + data.resolve("h2").toAbsolutePath()));
    }
    if (!which.equals("h2")) {
      try (EmbeddedPostgres postgres =
          EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start()) {
        new AnswerBenchmark()
            .run(
                "PostgreSQL",
                1.20,
                List.of(
                    "--keypoint.data-dir=" + data.resolve("pg").toAbsolutePath(),
                    "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres"));
      }
    }
    System.exit(0);
  }

  private void run(String database, double wanted, List<String> settings) throws Exception {
    List<String> all = new ArrayList<>(settings);
    all.addAll(
        List.of("--server.port=0", "--management.server.port=0", "--logging.level.root=error"));
    try (ConfigurableApplicationContext server =
        new SpringApplicationBuilder(KeypointApplication.class)
            .initializers(context -> context.getBeanFactory().addBeanPostProcessor(noting()))
            .run(all.toArray(String[]::new))) {
      Account learner = learner(server);
      Runnable service = answering(server, learner, 0);
      for (int i = 0; i < WARM_UP; i++) {
        service.run();
      }
      // Of another card: what is sent again and again would take the service's back.
      Runnable other = answering(server, learner, 1);
      other.run();
      other.run();
      recorded.record(other);
      out.printf(
          "%n%s: an answer is these %d statements:%n%s%n%n", database, recorded.count(), recorded);
      try (Connection connection = server.getBean(DataSource.class).getConnection()) {
        measure(database, wanted, service, recorded.on(connection));
      }
    }
  }

  private void measure(
      String database, double wanted, Runnable service, RecordedTransaction.Again plain)
      throws Exception {
    for (int i = 0; i < WARM_UP / 2; i++) {
      sendPlain(plain);
    }
    List<Double> byService = new ArrayList<>();
    List<Double> byJdbc = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      for (int i = 0; i < ANSWERS; i++) {
        service.run();
      }
      long between = System.nanoTime();
      for (int i = 0; i < ANSWERS; i++) {
        sendPlain(plain);
      }
      byService.add((between - begun) / 1e3 / ANSWERS);
      byJdbc.add((System.nanoTime() - between) / 1e3 / ANSWERS);
    }
    out.printf(
        "%d rounds of %d answers each, in turns; microseconds an answer%n%n", ROUNDS, ANSWERS);
    out.printf("%-12s %10s %10s %10s%n", "", "median", "p90", "fastest");
    print("service", byService);
    print("plain JDBC", byJdbc);
    out.printf(
        "%n%s, ratio of the medians: %.2f (wanted: at most %.2f)%n",
        database, median(byService) / median(byJdbc), wanted);
  }

  private static Account learner(ConfigurableApplicationContext server) {
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
    StoredCards.add(
        server.getBean(JdbcTemplate.class),
        server.getBean(Catalogue.class),
        learner.id(),
        learner.calendar().dayOf(server.getBean(Clock.class).instant()),
        50,
        1_000);
    return learner;
  }

  /** One of the learner's due cards, which stays due by being hard. */
  private static Runnable answering(
      ConfigurableApplicationContext server, Account learner, int nth) {
    JdbcTemplate jdbc = server.getBean(JdbcTemplate.class);
    long cardId =
        jdbc.queryForList(
                "select id from card where learner_id = ? order by id", Long.class, learner.id())
            .get(nth);
    String questionId =
        jdbc.queryForObject("select question_id from card where id = ?", String.class, cardId);
    QuestionVersion question =
        server.getBean(Catalogue.class).question(Objects.requireNonNull(questionId)).orElseThrow();
    Reviewing reviewing = server.getBean(Reviewing.class);
    int[] version = {1};
    return () -> {
      var unused =
          Unattended.call(
              () ->
                  reviewing.answer(
                      learner,
                      new CardAnswer(
                          cardId,
                          version[0]++,
                          question.id(),
                          Responses.right(question.question()),
                          Grade.HARD,
                          Duration.ofSeconds(5),
                          null)));
    };
  }

  /** As the service's last, with an entry of its own in the log, of a version that no click has. */
  private void sendPlain(RecordedTransaction.Again plain) throws Exception {
    long id = nextLogId++;
    plain.send(
        "review_log",
        List.of("id", "step", "card_version"),
        List.of(id, id, Math.toIntExact(id - 500_000_000L)));
  }

  private BeanPostProcessor noting() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? recorded.around(source) : bean;
      }
    };
  }

  private void print(String what, List<Double> micros) {
    List<Double> sorted = micros.stream().sorted().toList();
    out.printf(
        "%-12s %10.0f %10.0f %10.0f%n",
        what, median(micros), sorted.get(sorted.size() * 9 / 10), sorted.getFirst());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
