package app.keypoint.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two servers on one PostgreSQL behind HAProxy: they start at once on an empty database, one is
 * killed while learners answer and mails go out, and the other is taken out of service while they
 * go on. Needs {@code haproxy}; docs/nodes.md says how to get it.
 */
@Tag("slow")
class SeveralNodesTest {

  private static final int LEARNERS = 10;
  private static final int ANSWERS_A_VISIT = 5;
  private static final Duration A_WHILE = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path data;

  private final HttpClient client = WalkingLearner.client();
  private final List<WalkingLearner> learners = new ArrayList<>();

  @Test
  void oneIsKilledAndOneTakenOutOfServiceWhileLearnersAnswer() throws Exception {
    assumeTrue(
        HaProxy.program().isPresent(),
        "Skipped: there is no haproxy on the PATH. Install it as docs/nodes.md says.");
    Path here = Files.createTempDirectory("nodes-");
    GreenMail mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        HaProxy proxy = new HaProxy(here)) {
      List<String> settings = settings(postgres, mails);
      Node a = new Node(data.resolve("a"), settings);
      Node b = new Node(data.resolve("b"), settings);
      try {
        JdbcClient database = JdbcClient.create(postgres.getPostgresDatabase());
        theyStartAtOnce(a, b, database);
        proxy.start(a, b);
        await("the proxy has found both", () -> proxy.isUp("a") && proxy.isUp("b"));
        oneIsKilled(proxy, a, database, mails);
        a.start();
        a.awaitReady();
        await("the proxy has found it again", () -> proxy.isUp("a"));
        theOtherIsTakenOutOfService(proxy, b);

        a.kill();
        Answers answers = compared(postgres);
        assertThat(answers.acknowledged()).isGreaterThan(5 * LEARNERS);
        assertThat(answers.missing()).as("%s", answers).isZero();
        assertThat(answers.tooMany()).as("%s", answers).isZero();
        assertThat(answers.contradictions()).as("%s", answers).isZero();
        System.out.println(answers);
      } finally {
        a.kill();
        b.kill();
      }
    } finally {
      mails.stop();
    }
  }

  private static List<String> settings(EmbeddedPostgres postgres, GreenMail mails) {
    return List.of(
        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
        "--spring.datasource.username=postgres",
        "--server.address=127.0.0.1",
        "--keypoint.proxies=127.0.0.1",
        "--keypoint.registration=open",
        "--spring.mail.host=localhost",
        "--spring.mail.port=" + mails.getSmtp().getPort(),
        // Both look at the same second, each second.
        "--keypoint.mail.check=* * * * * *");
  }

  private static void theyStartAtOnce(Node a, Node b, JdbcClient database) throws Exception {
    a.start();
    b.start();
    a.awaitReady();
    b.awaitReady();
    assertThat(
            database
                .sql("select version from flyway_schema_history where version is not null")
                .query(String.class)
                .list())
        .as("migrations")
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(30);
    assertThat(database.sql("select question_id from question_version").query(String.class).list())
        .as("editions of questions, from the quiz files")
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(50);
  }

  private void oneIsKilled(HaProxy proxy, Node a, JdbcClient database, GreenMail mails)
      throws Exception {
    Deeds before = new Deeds();
    for (int i = 0; i < LEARNERS; i++) {
      learners.add(
          new WalkingLearner(
              proxy.port(), "learner-" + i, Map.of(), client, before, Pace.hurried()));
    }
    // Each finishes a quiz, mostly wrong, so that there is something to be reminded of.
    all(WalkingLearner::register);
    all(learner -> learner.walk(() -> learner.inReviews() == 0 && before.wrong().isEmpty()));
    assertThat(before.wrong()).isEmpty();
    List<String> onA = served("a");
    assertThat(onA).as("served by the one to be killed").isNotEmpty();
    assertThat(served("b")).as("served by the other").isNotEmpty();

    Deeds during = new Deeds();
    learners.replaceAll(learner -> learner.at(Pace.hurried(), during));
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService meanwhile = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<@Nullable Void> working =
          meanwhile.submit(
              () -> {
                all(learner -> learner.walk(() -> !over.get()));
                return null;
              });
      try {
        Thread.sleep(A_WHILE);
        remind(database);
        await("the first mail", () -> mails.getReceivedMessages().length > 0);
        a.kill();
        Thread.sleep(A_WHILE);
        await(
            "those of the killed one work at the other",
            () -> learners.stream().allMatch(each -> is(each, "b")));
        Thread.sleep(A_WHILE);
      } finally {
        over.set(true);
      }
      working.get();
    }
    assertThat(learners.stream().filter(each -> onA.contains(each.name())))
        .as("signed in again")
        .allMatch(each -> each.signIns() > 0);
    assertThat(learners.stream().filter(each -> !onA.contains(each.name())))
        .as("noticed nothing")
        .allMatch(each -> each.signIns() == 0);
    Map<String, Long> received =
        Stream.of(mails.getReceivedMessages())
            .collect(Collectors.groupingBy(SeveralNodesTest::to, Collectors.counting()));
    assertThat(received.values()).as("mails to each").isNotEmpty().allMatch(times -> times == 1);
    System.out.println("Mails: " + received.size() + " of " + LEARNERS + "; " + during.wrong());
  }

  /** As by docs/nodes.md. Who comes is served by the other; who is there finishes. */
  private void theOtherIsTakenOutOfService(HaProxy proxy, Node b) throws Exception {
    Deeds during = new Deeds();
    learners.replaceAll(learner -> learner.at(Pace.hurried(), during));
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService meanwhile = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<@Nullable Void> working =
          meanwhile.submit(
              () -> {
                all(learner -> learner.comeAndGo(() -> !over.get(), ANSWERS_A_VISIT));
                return null;
              });
      try {
        proxy.drain("b");
        await("nobody is left there", () -> learners.stream().noneMatch(each -> is(each, "b")));
        proxy.close("b");
        assertThat(b.end()).as("ended by itself").isTrue();
        Thread.sleep(A_WHILE);
      } finally {
        over.set(true);
      }
      working.get();
    }
    assertThat(during.all().count()).isGreaterThan(5 * LEARNERS);
    assertThat(during.wrong()).as("errors that somebody met").isEmpty();
  }

  private static boolean is(WalkingLearner learner, String node) {
    return HaProxy.isServedBy(node, learner.cookie(HaProxy.COOKIE));
  }

  private List<String> served(String node) {
    return learners.stream().filter(each -> is(each, node)).map(WalkingLearner::name).toList();
  }

  /** A reminder for each, whose hour has just come. */
  private static void remind(JdbcClient database) {
    Instant now = Instant.now();
    int unused =
        database
            .sql(
                """
                insert into email_reminder
                  (learner_id, address, send_hour, language, stop_token, next_at, failures)
                select id, username || '@example.org', ?, 'en', 'stop-' || id, ?, 0
                from account where role = 'LEARNER'
                """)
            .params(
                now.atZone(ZoneOffset.UTC).getHour(), now.minusSeconds(1).atOffset(ZoneOffset.UTC))
            .update();
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answers compared(EmbeddedPostgres postgres) throws Exception {
    try (var connection = postgres.getPostgresDatabase().getConnection()) {
      return Answers.compared(learners, connection);
    }
  }

  private interface Deed {
    void by(WalkingLearner learner) throws Exception;
  }

  private void all(Deed deed) throws Exception {
    List<Callable<@Nullable Void>> tasks = new ArrayList<>();
    for (WalkingLearner learner : learners) {
      tasks.add(
          () -> {
            deed.by(learner);
            return null;
          });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<@Nullable Void> done : threads.invokeAll(tasks)) {
        var unused = done.get();
      }
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
