package app.keypoint.review.internal.log;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cards.Cards;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.review.CardEvent;
import app.keypoint.review.CardState;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Learners who were there before a migration see afterwards what they saw, and go on from it. */
@SpringBootTest
@ContextConfiguration(initializers = RowsFromBeforeTest.OldDatabase.class)
@DirtiesContext
@Tag("database")
@Tag("slow")
class RowsFromBeforeTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);
  private static final Instant NEXT_MORNING = NEXT_MONDAY.atTime(20, 0).toInstant(ZoneOffset.UTC);

  /** Questions that are served, whatever the quizzes have become. */
  private static final List<String> QUESTIONS = questions();

  /** Of the first edition (V9); of the one that told steps apart (V22); with imports (V26). */
  private static final long FIRST = 101;

  private static final long STEPS = 102;
  private static final long IMPORTS = 103;
  private static final long INVITED = 104;

  @Autowired Accounts accounts;
  @Autowired Cards cards;
  @Autowired Reviewing reviewing;
  @Autowired ReviewStatistics figures;
  @Autowired ReviewHistory history;
  @Autowired ReviewSettings settings;
  @Autowired LogRepository log;
  @Autowired JdbcTemplate jdbc;

  /** Migrates in stages and writes at each what a learner left behind there. */
  static class OldDatabase
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestDatabase.empty().initialize(context);
      Environment settings = context.getEnvironment();
      SingleConnectionDataSource database =
          new SingleConnectionDataSource(
              settings.getRequiredProperty("spring.datasource.url"),
              settings.getRequiredProperty("spring.datasource.username"),
              "",
              true);
      JdbcTemplate jdbc = new JdbcTemplate(database);
      TestDatabase.migrate(database, "9");
      firstEdition(jdbc);
      TestDatabase.migrate(database, "22");
      withSteps(jdbc);
      TestDatabase.migrate(database, "26");
      withImports(jdbc);
      List.of("account_seq", "card_seq", "review_log_seq")
          .forEach(sequence -> jdbc.execute("alter sequence " + sequence + " restart with 1001"));
      database.destroy();
    }

    /** A quiz, a day of reviews with a slip that was undone, cards put aside together, practice. */
    private static void firstEdition(JdbcTemplate jdbc) {
      OldRows.account(jdbc, INVITED, "invited", "LEARNER", true);
      OldRows.account(jdbc, FIRST, "first", "LEARNER", false);
      OldRows rows = new OldRows(jdbc, FIRST, "part_of");
      rows.card(1, QUESTIONS.get(0), MONDAY);
      rows.card(2, QUESTIONS.get(1), MONDAY);
      rows.card(3, QUESTIONS.get(2), MONDAY);
      rows.answer(1, 1, StepKind.QUIZ, Grade.GOOD, 0, MONDAY, null);
      rows.answer(2, 2, StepKind.QUIZ, Grade.GOOD, 0, MONDAY, null);
      rows.answer(3, 3, StepKind.QUIZ, Grade.GOOD, 0, MONDAY, null);
      rows.answer(4, 1, StepKind.SCHEDULED, Grade.GOOD, 20_000, TUESDAY, null);
      rows.answer(5, 2, StepKind.SCHEDULED, Grade.FORGOT, 10_000, TUESDAY, null);
      rows.answer(6, 2, StepKind.DRILL, Grade.GOOD, 5_000, TUESDAY, null);
      CardSchedule unanswered = rows.before(3);
      rows.answer(7, 3, StepKind.SCHEDULED, Grade.FORGOT, 30_000, TUESDAY, null);
      rows.undo(8, 3, 7, unanswered, TUESDAY, null);
      rows.answer(9, 3, StepKind.SCHEDULED, Grade.GOOD, 15_000, TUESDAY, null);
      rows.action(10, 1, StepKind.SUSPEND, TUESDAY, null);
      rows.action(11, 2, StepKind.SUSPEND, TUESDAY, 10L);
      rows.action(12, 1, StepKind.RESUME, TUESDAY, null);
      rows.action(13, 2, StepKind.RESUME, TUESDAY, 12L);
      rows.answer(14, 1, StepKind.PRACTICE, Grade.GOOD, 8_000, NEXT_MONDAY, null);
      rows.day(MONDAY, 3, 0, 0, 0, 0, 0);
      rows.day(TUESDAY, 4, 3, 3, 3, 2, 50_000);
      rows.day(NEXT_MONDAY, 1, 0, 0, 0, 0, 8_000);
      past(jdbc, 1, MONDAY.minusDays(20));
      past(jdbc, 2, MONDAY.minusDays(10));
      rows.day(MONDAY.minusDays(20), 1, 0, 0, 1, 1, 9_000);
      rows.day(MONDAY.minusDays(10), 1, 0, 0, 1, 1, 9_000);
    }

    private static void past(JdbcTemplate jdbc, long id, LocalDate day) {
      jdbc.update(
          """
          insert into past_review (id, learner_id, card, at, study_day, rating, phase, millis)
          values (?, ?, 'elsewhere', ?, ?, 3, 'REVIEW', 9000)
          """,
          id,
          FIRST,
          OffsetDateTime.of(day.atTime(12, 0), ZoneOffset.UTC),
          day);
    }

    private static void withSteps(JdbcTemplate jdbc) {
      OldRows.account(jdbc, STEPS, "steps", "LEARNER", false);
      jdbc.update("insert into review_learner (learner_id, steps) values (?, 3)", STEPS);
      OldRows rows = new OldRows(jdbc, STEPS, "step");
      rows.card(11, QUESTIONS.get(0), MONDAY);
      rows.card(12, QUESTIONS.get(1), MONDAY);
      rows.answer(32, 11, StepKind.QUIZ, Grade.GOOD, 0, MONDAY, 1L);
      rows.answer(31, 12, StepKind.QUIZ, Grade.GOOD, 0, MONDAY, 1L);
      rows.answer(30, 11, StepKind.SCHEDULED, Grade.GOOD, 12_000, TUESDAY, 2L);
      rows.answer(29, 12, StepKind.PRACTICE, Grade.GOOD, 4_000, TUESDAY, 3L);
      rows.day(MONDAY, 2, 0, 0, 0, 0, 0);
      rows.day(TUESDAY, 2, 1, 1, 1, 1, 16_000);
    }

    private static void withImports(JdbcTemplate jdbc) {
      OldRows.account(jdbc, IMPORTS, "imports", "LEARNER", false);
      jdbc.update("insert into review_learner (learner_id, steps) values (?, 2)", IMPORTS);
      OldRows rows = new OldRows(jdbc, IMPORTS, "step");
      rows.card(21, QUESTIONS.get(0), MONDAY);
      rows.answer(41, 21, StepKind.QUIZ, Grade.GOOD, 0, MONDAY, 1L);
      rows.answer(42, 21, StepKind.PRACTICE, Grade.FORGOT, 6_000, TUESDAY, 2L);
      rows.day(MONDAY, 1, 0, 0, 0, 0, 0);
      rows.day(TUESDAY, 1, 0, 0, 0, 0, 6_000);
    }
  }

  @Test
  void cardsHaveTheirHistory_stepsThatWereOneAreUndoneAsOne_andNewOnesFollow() {
    Account learner = accounts.require(FIRST);
    assertThat(kinds(learner, 1))
        .containsExactly(
            StepKind.QUIZ,
            StepKind.SCHEDULED,
            StepKind.SUSPEND,
            StepKind.RESUME,
            StepKind.PRACTICE);
    assertThat(kinds(learner, 3)).containsExactly(StepKind.QUIZ, StepKind.SCHEDULED);

    var acted = at(NEXT_MORNING, () -> reviewing.act(learner, List.of(3L), StepKind.SUSPEND));
    assertThat(acted.step()).as("later than all there is").isGreaterThan(14);
    assertThat(undo(learner)).isEqualTo("SUSPEND of 1");
    assertThat(undo(learner)).isEqualTo("PRACTICE of 1");
    assertThat(undo(learner)).isEqualTo("RESUME of 2");
    assertThat(undo(learner)).isEqualTo("SUSPEND of 2");
    assertThat(undo(learner)).isEqualTo("SCHEDULED of 1");
    assertThat(kinds(learner, 3)).containsExactly(StepKind.QUIZ);
    daysFollowFromTheLog(learner);
  }

  @Test
  void practiceAndTheQueueAreToldApart() {
    Account learner = accounts.require(STEPS);
    assertThat(day(learner, TUESDAY))
        .satisfies(
            day -> {
              assertThat(day.timeTaken()).isEqualTo(Duration.ofSeconds(16));
              assertThat(day.queueTime()).isEqualTo(Duration.ofSeconds(12));
            });
    Instant tuesday = TUESDAY.atTime(20, 0).toInstant(ZoneOffset.UTC);
    limit(learner, 1);
    assertThat(at(tuesday, () -> reviewing.progress(learner)).overLimit()).isZero();
    daysFollowFromTheLog(learner);
    Account practised = accounts.require(IMPORTS);
    assertThat(
            jdbc.queryForObject(
                "select due_done from learner_day where learner_id = ? and study_day = ?",
                Integer.class,
                IMPORTS,
                TUESDAY))
        .as("due cards asked on that day")
        .isEqualTo(1);
    daysFollowFromTheLog(practised);
  }

  @Test
  void anotherSchedulerAndBackLeadsWhereTheRowsWere() {
    Account learner = accounts.require(STEPS);
    List<CardState> before = states(learner);
    schedule(learner, Algorithm.FSRS);
    assertThat(states(learner)).isNotEqualTo(before);
    schedule(learner, Algorithm.SM2);
    assertThat(states(learner)).isEqualTo(before);
  }

  @Test
  void whatWasBroughtCountsAsOneImport_andCanBeTakenBack() {
    Account learner = accounts.require(FIRST);
    assertThat(history.imports(FIRST))
        .singleElement()
        .satisfies(
            brought -> {
              assertThat(brought.answers()).isEqualTo(2);
              assertThat(brought.firstDay()).isEqualTo(MONDAY.minusDays(20));
              assertThat(brought.lastDay()).isEqualTo(MONDAY.minusDays(10));
            });
    history.takeBack(learner, history.imports(FIRST).getFirst().id());
    assertThat(history.imports(FIRST)).isEmpty();
    assertThat(day(learner, MONDAY.minusDays(20)).answers()).isZero();
    assertThat(day(learner, MONDAY.minusDays(20)).timeTaken()).isZero();
  }

  @Test
  void aPasswordToBeReplacedIsGoodForThreeDaysMore() {
    OffsetDateTime until =
        jdbc.queryForObject(
            "select one_time_until from account where id = ?", OffsetDateTime.class, INVITED);
    assertThat(until)
        .isBetween(OffsetDateTime.now().plusHours(71), OffsetDateTime.now().plusHours(73));
    assertThat(
            jdbc.queryForList(
                "select id from account where one_time_until is not null", Long.class))
        .containsExactly(INVITED);
  }

  private static List<String> questions() {
    try {
      return Files.readAllLines(Path.of("quizzes", "open-source-gambit.yaml")).stream()
          .filter(line -> line.matches(" +- id: osg-\\d+"))
          .map(line -> line.substring(line.indexOf("osg-")))
          .limit(3)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<StepKind> kinds(Account learner, long card) {
    return at(NEXT_MORNING, () -> cards.history(learner, card)).events().stream()
        .map(CardEvent::kind)
        .toList();
  }

  private String undo(Account learner) {
    return at(NEXT_MORNING, () -> reviewing.undo(learner)) instanceof Undo.Done done
        ? done.kind() + " of " + done.cards()
        : "nothing";
  }

  private DayActivity day(Account learner, LocalDate day) {
    return figures.activity(learner.id(), day, day).getFirst();
  }

  private List<CardState> states(Account learner) {
    return figures.cards(learner.id()).stream()
        .sorted(Comparator.comparing(CardState::questionId))
        .toList();
  }

  private void limit(Account learner, int reviews) {
    change(learner, new ReviewPreferences(10, reviews, false, false, Algorithm.SM2, 0.9));
  }

  private void schedule(Account learner, Algorithm algorithm) {
    change(learner, new ReviewPreferences(10, null, false, false, algorithm, 0.9));
  }

  private void change(Account learner, ReviewPreferences chosen) {
    var unused = at(NEXT_MORNING, () -> settings.change(learner, chosen));
  }

  /** What answers in reviews add up to by day, those taken back left out. */
  private void daysFollowFromTheLog(Account learner) {
    List<Long> ids =
        jdbc.queryForList("select id from card where learner_id = ?", Long.class, learner.id());
    for (LocalDate day : List.of(MONDAY, TUESDAY, NEXT_MONDAY)) {
      DayCount counted =
          log.ofCards(learner.id(), ids).stream()
              .filter(entry -> entry.studyDay.equals(day))
              .map(DayCount::of)
              .reduce(DayCount.NONE, DayCount::plus);
      jdbc.query(
          "select * from learner_day where learner_id = ? and study_day = ?",
          (ResultSet row) -> {
            assertThat(row.getInt("cleared")).as("cleared").isEqualTo(counted.cleared());
            assertThat(row.getInt("due_done")).as("due_done").isEqualTo(counted.dueDone());
            assertThat(row.getInt("reviews")).as("reviews").isEqualTo(counted.reviews());
            assertThat(row.getInt("remembered")).as("right").isEqualTo(counted.remembered());
            assertThat(row.getLong("millis")).as("millis").isEqualTo(counted.millis());
            assertThat(row.getLong("queue_millis")).as("queue").isEqualTo(counted.queueMillis());
          },
          learner.id(),
          day);
    }
  }
}
