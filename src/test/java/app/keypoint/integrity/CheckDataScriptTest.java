package app.keypoint.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.KeypointApplication;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Scripts;
import app.keypoint.support.Scripts.Run;
import app.keypoint.support.Studying;
import app.keypoint.time.StudyCalendar;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@code script/check-data} on an installation in which something differs, while it runs and when
 * it does not: it says what, rebuilds it, and what it saved before is what was there.
 */
@Tag("database")
@Tag("slow")
class CheckDataScriptTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Pattern BACKUP = Pattern.compile("(?m)^Backup: (.*)$");

  /** Of three kinds: a card, a day, and the counter of steps. */
  private static final List<String> SPOILING =
      List.of(
          "update card set interval_days = 77 where version = 2",
          "update learner_day set reviews = reviews + 5 where study_day = date '2026-03-03'",
          "update review_learner set steps = 0");

  private static final int SPOILT = 4;

  @TempDir Path folder;

  private Path data;
  private Scripts scripts;
  private @Nullable EmbeddedPostgres postgres;
  private @Nullable ConfigurableApplicationContext server;
  private int port;

  @BeforeEach
  void anInstallation() throws IOException {
    data = folder.resolve("data");
    scripts = new Scripts(folder);
    if ("postgresql".equals(System.getProperty("keypoint.test.database"))) {
      postgres = EmbeddedPostgres.start();
    }
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server =
        new SpringApplicationBuilder(KeypointApplication.class)
            .run(
                Stream.concat(
                        Stream.of(
                            "--keypoint.data-dir=" + data,
                            "--server.port=0",
                            "--management.server.port=" + port),
                        database().entrySet().stream()
                            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                    .toArray(String[]::new));
    Account learner =
        server
            .getBean(Accounts.class)
            .create(
                new NewAccount(
                    "somebody",
                    "Somebody",
                    "correct horse battery",
                    Role.LEARNER,
                    new StudyCalendar(ZoneOffset.UTC, 4),
                    null));
    Studying studying =
        new Studying(
            server.getBean(Reviewing.class), server, server.getBean(TransactionOperations.class));
    studying.begin(
        learner,
        MONDAY,
        server.getBean(Catalogue.class).quizzes().getFirst().questions().subList(0, 2));
    studying.review(learner, MONDAY.plus(Duration.ofDays(1)), 0);
  }

  @AfterEach
  void end() throws IOException {
    stop();
    if (postgres != null) {
      postgres.close();
    }
  }

  private void stop() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** Of a PostgreSQL; H2's file lies in the data folder by itself. */
  private Map<String, String> database() {
    return postgres == null
        ? Map.of()
        : Map.of(
            "spring.datasource.url",
            postgres.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.username",
            "postgres");
  }

  @Test
  void whileItRuns() throws Exception {
    JdbcTemplate sql = server.getBean(JdbcTemplate.class);
    assertThat(run().code()).isZero();
    if (postgres != null) {
      Run backup = script("script/backup");
      assertThat(backup.said()).contains("pg_dump");
      assertThat(backup.code()).isEqualTo(2);
    }
    SPOILING.forEach(sql::update);
    repairs(() -> rows(sql));
    assertThat(health()).contains("\"lastCheck\":\"CLEAN\"", "\"lastClean\":\"");
  }

  private String health() throws Exception {
    URI address = URI.create("http://127.0.0.1:%d/actuator/health".formatted(port));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  @DisabledIfSystemProperty(
      named = "keypoint.test.database",
      matches = "postgresql",
      disabledReason = "Five starts of the program cost a minute, and repair nothing otherwise")
  void whenItDoesNot() throws Exception {
    SPOILING.forEach(server.getBean(JdbcTemplate.class)::update);
    stop();
    repairs(() -> rowsOf(data));
  }

  private void repairs(Supplier<Map<String, List<String>>> rows) throws Exception {
    Run check = run();
    assertThat(check.said())
        .startsWith("DIFFERENT: 1 of 1 learners")
        .contains(SPOILT + " differences", "CARD of learner", "DAY of learner", "STEP of learner")
        .contains("intervalDays=77", "SCHEDULED");
    assertThat(check.code()).isOne();

    Map<String, List<String>> spoilt = rows.get();
    Run repair = run("--repair");
    if (postgres != null) {
      assertThat(repair.said()).contains("pg_dump", "--yes");
      assertThat(repair.code()).isEqualTo(2);
      assertThat(rows.get()).isEqualTo(spoilt);
      repair = run("--repair", "--yes");
    }
    assertThat(repair.said())
        .startsWith("REPAIRED: 1 of 1 learners")
        .contains("Rebuilt: " + SPOILT);
    assertThat(repair.code()).isZero();
    if (postgres == null) {
      Map<String, List<String>> saved = rowsOf(restored(repair));
      assertThat(saved.keySet()).isEqualTo(spoilt.keySet());
      saved.remove("audit_entry"); // It says already that somebody repairs.
      saved.remove("setup_link"); // While it runs it offers a link as any server does.
      saved.forEach((table, rowsSaved) -> assertThat(rowsSaved).isEqualTo(spoilt.get(table)));
    }
    Map<String, List<String>> rebuilt = rows.get();
    assertThat(rebuilt.get("card")).isNotEqualTo(spoilt.get("card"));
    assertThat(rebuilt.get("review_log")).as("the log").isEqualTo(spoilt.get("review_log"));

    Run again = run();
    assertThat(again.said()).startsWith("CLEAN: 1 of 1 learners").contains("0 differences");
    assertThat(again.code()).isZero();
  }

  private Run run(String... arguments) throws Exception {
    return script("script/check-data", arguments);
  }

  private Run script(String name, String... arguments) throws Exception {
    Map<String, String> variables = new TreeMap<>();
    variables.put("KEYPOINT_DATA_DIR", data.toString());
    variables.put("MANAGEMENT_PORT", String.valueOf(port));
    database()
        .forEach(
            (setting, value) ->
                variables.put(setting.replace('.', '_').toUpperCase(Locale.ROOT), value));
    return scripts.run(variables, Stream.concat(Stream.of(name), Stream.of(arguments)).toList());
  }

  /** What is in the backup, in a folder of its own. */
  private Path restored(Run repair) throws IOException, SQLException {
    Matcher backup = BACKUP.matcher(repair.said());
    assertThat(backup.find()).isTrue();
    Path file = Path.of(backup.group(1).strip());
    assertThat(file).startsWith(data.toAbsolutePath());
    Path restored = folder.resolve("restored");
    new DatabaseFile(restored).takeFrom(file);
    return restored;
  }

  private static Map<String, List<String>> rowsOf(Path folder) {
    SingleConnectionDataSource file =
        new SingleConnectionDataSource(
            "jdbc:h2:file:%s/keypoint;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE"
                .formatted(folder),
            "keypoint",
            "",
            true);
    try {
      return rows(new JdbcTemplate(file));
    } finally {
      file.destroy();
    }
  }

  /** All rows of all tables. */
  private static Map<String, List<String>> rows(JdbcTemplate sql) {
    Map<String, List<String>> rows = new TreeMap<>();
    sql.queryForList(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
            """,
            String.class)
        .forEach(
            table ->
                rows.put(
                    table,
                    sql.queryForList("select * from " + table).stream()
                        .map(Map::toString)
                        .sorted()
                        .toList()));
    assertThat(rows).containsKeys("card", "review_log", "learner_day", "account");
    return rows;
  }
}
