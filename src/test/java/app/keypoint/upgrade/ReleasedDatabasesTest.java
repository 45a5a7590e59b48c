package app.keypoint.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.KeypointApplication;
import app.keypoint.access.Unattended;
import app.keypoint.cards.Cards;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.Role;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.Progress;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Differences;
import app.keypoint.support.Studying;
import app.keypoint.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A server of today on the database of each released version, with the rows that the program of
 * then wrote: nothing is lost, all follows from the log, and people go on.
 */
@Tag("database")
@Tag("slow")
class ReleasedDatabasesTest {

  /** What becomes of a card whose question is retired by the quizzes of today. */
  private static final Map<String, Set<String>> FROM_CONTENT =
      Map.of("card", Set.of("retired", "queue_day"));

  /** What a start takes from the quiz files. */
  private static final Set<String> MADE_ANEW =
      Set.of("quiz", "key_point", "question", "question_version");

  private static final boolean ON_POSTGRESQL =
      "postgresql".equals(System.getProperty("keypoint.test.database"));

  @TempDir Path folder;

  private @Nullable ConfigurableApplicationContext server;

  static List<KeptDatabase> released() {
    return KeptDatabase.all();
  }

  @AfterEach
  void end() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void migratesWithAllThatWasInIt(KeptDatabase kept) throws IOException {
    String url = url();
    Map<String, List<Map<String, String>>> before = bringBack(kept, url);
    server =
        new SpringApplicationBuilder(KeypointApplication.class)
            .run(
                "--keypoint.data-dir=" + folder,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user(),
                "--server.port=0",
                "--management.server.port=0");
    nothingIsLost(before, new Tables(server.getBean(JdbcTemplate.class)));

    JdbcTemplate jdbc = server.getBean(JdbcTemplate.class);
    List<Long> ids = jdbc.queryForList("select id from account order by id", Long.class);
    Instant tomorrow =
        jdbc.queryForObject("select max(study_day) from learner_day", LocalDate.class)
            .plusDays(1)
            .atTime(LocalTime.NOON)
            .toInstant(ZoneOffset.UTC);
    Differences differences = Differences.in(server);
    for (long id : ids) {
      assertThat(differences.of(id)).as("what does not follow, of account %d", id).isEmpty();
    }
    int answers = 0;
    for (long id : ids) {
      Account account = server.getBean(Accounts.class).require(id);
      answers += Studying.at(tomorrow, () -> Unattended.call(() -> goesOn(account, tomorrow)));
      assertThat(differences.of(id)).as("after going on, of account %d", id).isEmpty();
    }
    assertThat(answers).as("answers given by people from before").isPositive();
  }

  /**
   * What screens show, and an answer.
   *
   * @return how many were given
   */
  private int goesOn(Account account, Instant at) {
    if (account.role() == Role.INSTRUCTOR) {
      for (Cohort cohort : server.getBean(Cohorts.class).of(account.id())) {
        Dashboards dashboards = server.getBean(Dashboards.class);
        assertThat(dashboards.of(account.id(), cohort.id()).members()).isNotEmpty();
        assertThat(dashboards.reports(account.id(), cohort.id())).isNotNull();
      }
      return 0;
    }
    Progress progress = server.getBean(LearnerProgress.class).of(account);
    Cards cards = server.getBean(Cards.class);
    int count = cards.count(account, Cards.Filter.ALL);
    cards
        .find(account, Cards.Filter.ALL, Cards.Order.NEXT_DAY, false, 0, 50)
        .forEach(card -> assertThat(cards.history(account, card.id()).events()).isNotNull());
    assertThat(server.getBean(ReviewHistory.class).answers(account.id())).isNotNull();
    Reviewing reviewing = server.getBean(Reviewing.class);
    Optional<DueCard> due = reviewing.next(account);
    assertThat(progress.quizzes()).isNotEmpty();
    assertThat(progress.cards()).hasSize(count);
    due.ifPresent(
        card -> {
          Studying studying =
              new Studying(reviewing, server, server.getBean(TransactionOperations.class));
          var unused = studying.answer(account, at, card, Grade.GOOD);
        });
    return due.isPresent() ? 1 : 0;
  }

  private String url() throws IOException {
    if (ON_POSTGRESQL) {
      return TestDatabase.newPostgresql();
    }
    return "jdbc:h2:file:%s/keypoint;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0"
        .formatted(folder);
  }

  private String user() {
    return ON_POSTGRESQL ? "postgres" : "keypoint";
  }

  private Map<String, List<Map<String, String>>> bringBack(KeptDatabase kept, String url) {
    SingleConnectionDataSource database = new SingleConnectionDataSource(url, user(), "", true);
    try {
      TestDatabase.migrate(database, kept.version());
      JdbcTemplate jdbc = new JdbcTemplate(database);
      Tables tables = new Tables(jdbc);
      assertThat(tables.names()).containsExactlyInAnyOrderElementsOf(kept.rows().keySet());
      kept.rows()
          .forEach(
              (table, rows) -> {
                // What a migration itself puts in is in the rows too.
                if (!tables.rows(table, tables.columns(table).keySet()).isEmpty()) {
                  jdbc.update("delete from " + table);
                }
                if (!rows.isEmpty()) {
                  tables.insert(table, rows);
                }
              });
      tables.startSequencesAt(1_000_001);
      Map<String, List<Map<String, String>>> written = new HashMap<>();
      for (String table : tables.names()) {
        written.put(table, tables.rows(table, tables.columns(table).keySet()));
      }
      return written;
    } finally {
      database.destroy();
    }
  }

  private static void nothingIsLost(Map<String, List<Map<String, String>>> before, Tables tables) {
    Set<String> names = new TreeSet<>(tables.names());
    assertThat(names).containsAll(before.keySet());
    before.forEach(
        (table, rows) -> {
          if (!MADE_ANEW.contains(table) && !rows.isEmpty()) {
            Set<String> columns = new LinkedHashSet<>(rows.getFirst().keySet());
            columns.retainAll(tables.columns(table).keySet());
            columns.removeAll(FROM_CONTENT.getOrDefault(table, Set.of()));
            assertThat(tables.rows(table, columns))
                .as(table)
                .containsAll(rows.stream().map(row -> only(columns, row)).toList());
          }
        });
  }

  private static Map<String, String> only(Set<String> columns, Map<String, String> row) {
    Map<String, String> some = new HashMap<>(row);
    some.keySet().retainAll(columns);
    return some;
  }
}
