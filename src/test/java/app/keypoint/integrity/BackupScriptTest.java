package app.keypoint.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.KeypointApplication;
import app.keypoint.access.Unattended;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Scripts;
import app.keypoint.support.Scripts.Run;
import app.keypoint.support.Studying;
import app.keypoint.time.StudyCalendar;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@code script/backup} and {@code script/restore} on an H2 installation whose learners answer as
 * fast as it takes them. The scripts find nothing on their machine but a JRE, a few commands that
 * every system has, and a proxy that leads nowhere.
 */
@Tag("slow")
class BackupScriptTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final int LEARNERS = 4;
  private static final int SOME = 100;

  private static final String ANSWERS =
      "select card_id, card_version from review_log where kind <> 'QUIZ'";

  private static final List<String> COMMANDS =
      List.of("bash", "cat", "date", "dirname", "mkdir", "mv", "sed", "sort");

  @TempDir Path folder;

  private Path data;
  private Scripts scripts;
  private int port;
  private ConfigurableApplicationContext server;

  /** Of every acknowledged answer: card and version. */
  private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();

  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> answering = new ArrayList<>();
  private volatile boolean stopped;

  @BeforeEach
  void anInstallation() throws IOException {
    data = folder.resolve("data");
    scripts = new Scripts(folder);
    bareMachine();
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server =
        new SpringApplicationBuilder(KeypointApplication.class)
            .run(
                "--keypoint.data-dir=" + data,
                "--server.port=0",
                "--management.server.port=" + port);
  }

  private void bareMachine() throws IOException {
    Path commands = Files.createDirectories(folder.resolve("commands"));
    for (String command : COMMANDS) {
      Path found =
          Stream.of(System.getenv("PATH").split(File.pathSeparator))
              .map(part -> Path.of(part, command))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      var unused = Files.createSymbolicLink(commands.resolve(command), found);
    }
    Path jre = Files.createDirectories(folder.resolve("jre").resolve("bin"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var unused = Files.createSymbolicLink(jre.resolve("java"), java);
  }

  @AfterEach
  void end() throws InterruptedException {
    stopAnswering();
    server.close();
  }

  @Test
  void whatWasAcknowledgedBeforeABackupIsInItAndAllFollows() throws Exception {
    startAnswering();
    await(SOME);
    Set<String> before = new HashSet<>(acknowledged);
    Path saved = folder.resolve("elsewhere").resolve("saved.zip");
    Run backup = run(data, "script/backup", saved.toString());
    int after = acknowledged.size();
    assertThat(backup.said()).isEqualTo("SAVED " + saved + "\n");
    assertThat(backup.code()).isZero();
    assertThat(after).as("answers while it was made").isGreaterThan(before.size() + 1);
    assertThat(permissions(saved)).isEqualTo("rw-------");
    try (Stream<Path> left = Files.list(data.resolve("backup"))) {
      assertThat(left).isEmpty();
    }

    Run again = run(data, "script/backup", saved.toString());
    assertThat(again.said()).contains("there already");
    assertThat(again.code()).isEqualTo(2);
    Run overTheRunning = run(data, "script/restore", "--replace", saved.toString());
    assertThat(overTheRunning.said()).contains("stop it first");
    assertThat(overTheRunning.code()).isEqualTo(2);
    stopAnswering();

    Path restored = folder.resolve("restored");
    Path wrong = Files.write(folder.resolve("wrong.zip"), cut(saved));
    Run refused = run(restored, "script/restore", wrong.toString());
    assertThat(refused.said()).doesNotContain("RESTORED");
    assertThat(refused.code()).isEqualTo(2);
    Run restore = run(restored, "script/restore", saved.toString());
    assertThat(restore.said()).contains("RESTORED " + restored, "secret.key");
    assertThat(restore.code()).isZero();
    assertThat(permissions(restored)).isEqualTo("rwx------");
    assertThat(permissions(restored.resolve("keypoint.mv.db"))).isEqualTo("rw-------");
    Set<String> log = log(restored);
    assertThat(log).containsAll(before);
    assertThat(new HashSet<>(acknowledged)).containsAll(log);
    Run check = run(restored, "script/check-data");
    assertThat(check.said()).startsWith("CLEAN: %d of %d".formatted(LEARNERS, LEARNERS));
    assertThat(check.code()).isZero();
  }

  @Test
  void oneThatIsStoppedIsSavedTooAndNothingIsOverwritten() throws Exception {
    startAnswering();
    await(SOME);
    stopAnswering();
    server.close();
    Run leftBehind =
        run(data, Map.of("SPRING_PROFILES_ACTIVE", "demo,postgresql"), "script/backup");
    assertThat(leftBehind.said()).contains("PostgreSQL", "pg_dump").doesNotContain("SAVED");
    assertThat(leftBehind.code()).isEqualTo(2);

    Run backup = run(data, "script/backup");
    assertThat(backup.code()).as(backup.said()).isZero();
    assertThat(backup.said()).containsPattern("last written to at 2\\d{3}-");
    Path saved =
        backup
            .said()
            .lines()
            .filter(line -> line.startsWith("SAVED "))
            .map(line -> Path.of(line.substring("SAVED ".length())))
            .findFirst()
            .orElseThrow();
    assertThat(saved).startsWith(data.toAbsolutePath());
    assertThat(permissions(saved)).isEqualTo("rw-------");
    assertThat(permissions(saved.getParent())).isEqualTo("rwx------");

    Run refused = run(data, "script/restore", saved.toString());
    assertThat(refused.said()).contains("There is a database").contains("--replace");
    assertThat(refused.code()).isEqualTo(2);

    Path wrong = Files.write(folder.resolve("wrong.zip"), cut(saved));
    byte[] database = Files.readAllBytes(data.resolve("keypoint.mv.db"));
    assertThat(run(data, "script/restore", "--replace", wrong.toString()).code()).isEqualTo(2);
    assertThat(Files.readAllBytes(data.resolve("keypoint.mv.db"))).isEqualTo(database);

    Run restore = run(data, "script/restore", "--replace", saved.toString());
    assertThat(restore.said()).contains(data.resolve("replaced-1").toString());
    assertThat(restore.code()).isZero();
    assertThat(Files.readAllBytes(data.resolve("replaced-1").resolve("keypoint.mv.db")))
        .isEqualTo(database);
    assertThat(log(data)).containsExactlyInAnyOrderElementsOf(acknowledged);
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("restoring-"));
    }
  }

  /** A file of which the end is missing, as when a disk was full. */
  private static byte[] cut(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    return Arrays.copyOf(all, all.length / 2);
  }

  private void startAnswering() {
    Reviewing reviewing = server.getBean(Reviewing.class);
    Studying studying =
        new Studying(reviewing, server, server.getBean(TransactionOperations.class));
    List<QuestionVersion> questions =
        server.getBean(Catalogue.class).quizzes().getFirst().questions();
    for (int i = 0; i < LEARNERS; i++) {
      Account learner =
          server
              .getBean(Accounts.class)
              .create(
                  new NewAccount(
                      "learner-" + i,
                      "Learner",
                      "correct horse battery",
                      Role.LEARNER,
                      new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                      null));
      studying.begin(learner, MONDAY, questions);
      Thread thread = new Thread(() -> answer(learner, reviewing, studying));
      thread.setUncaughtExceptionHandler((_, e) -> failures.add(e));
      answering.add(thread);
      thread.start();
    }
  }

  private void answer(Account learner, Reviewing reviewing, Studying studying) {
    Instant now = MONDAY;
    while (!stopped) {
      Instant at = now;
      Optional<DueCard> due = Studying.at(at, () -> Unattended.call(() -> reviewing.next(learner)));
      if (due.isEmpty()) {
        now = now.plus(Duration.ofDays(1));
      } else {
        // Hard leaves the card in today's queue, so that there is always one to answer.
        var unused = studying.answer(learner, at, due.get(), Grade.HARD);
        acknowledged.add(due.get().cardId() + "/" + due.get().version());
      }
    }
  }

  private void stopAnswering() throws InterruptedException {
    stopped = true;
    for (Thread thread : answering) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  private void await(int answers) throws InterruptedException {
    while (acknowledged.size() < answers) {
      assertThat(failures).isEmpty();
      Thread.sleep(20);
    }
  }

  private Run run(Path dataFolder, String... command) throws Exception {
    return run(dataFolder, Map.of(), command);
  }

  private Run run(Path dataFolder, Map<String, String> settings, String... command)
      throws Exception {
    Map<String, String> variables = new HashMap<>(settings);
    variables.put("KEYPOINT_DATA_DIR", dataFolder.toString());
    // Only the installation itself has a server.
    variables.put("MANAGEMENT_PORT", dataFolder.equals(data) ? String.valueOf(port) : "1");
    variables.put("PATH", folder.resolve("commands").toString());
    variables.put("JAVA_HOME", folder.resolve("jre").toString());
    variables.put("http_proxy", "http://127.0.0.1:1");
    return scripts.run(variables, List.of(command));
  }

  private static Set<String> log(Path folder) throws SQLException {
    String url =
        "jdbc:h2:file:%s;IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            .formatted(folder.resolve("keypoint"));
    try (Connection connection = DriverManager.getConnection(url, "keypoint", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ANSWERS)) {
      Set<String> entries = new HashSet<>();
      while (rows.next()) {
        assertThat(entries.add(rows.getLong(1) + "/" + rows.getInt(2))).isTrue();
      }
      return entries;
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
