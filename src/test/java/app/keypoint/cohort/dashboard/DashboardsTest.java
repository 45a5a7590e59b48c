package app.keypoint.cohort.dashboard;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.Learners.Search;
import app.keypoint.cohort.dashboard.Learners.Sort;
import app.keypoint.cohort.dashboard.Nudge.Level;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.GoneException;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.Progress;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.FinishedAttempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.SqlRecorder;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What an instructor sees of learners who take the shipped quizzes. */
@ServiceTest
class DashboardsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired Dashboards dashboards;
  @Autowired Learners learners;
  @Autowired Nudges nudges;
  @Autowired Assignments assignments;
  @Autowired CohortInstructors instructors;
  @Autowired AccountAdministration administration;
  @Autowired Reviewing reviewing;
  @Autowired ApplicationEventPublisher events;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired QuizTaking taking;
  @Autowired LearnerProgress own;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired EntityManagerFactory factory;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionOperations transactions;

  Account instructor;
  Cohort cohort;
  Quiz quiz;

  @BeforeEach
  void cohort() {
    instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    cohort = at(MONDAY, () -> cohorts.create(instructor.id(), "Seminar"));
    quiz = catalogue.quizzes().getFirst();
  }

  @Test
  void showsWhatALearnerDid() {
    Account learner = joined();
    finish(learner, MONDAY, 0);
    Dashboard dashboard = dashboard(MONDAY.plus(Duration.ofDays(1)));

    assertThat(dashboard.members())
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.name()).isEqualTo(learner.displayName());
              assertThat(member.load().due()).isEqualTo(quiz.questions().size());
              assertThat(member.load().overdue()).isZero();
              assertThat(member.standingOf(quiz).finished()).isEqualTo(1);
              assertThat(member.standingOf(quiz).best()).isEqualTo(1.0);
              assertThat(member.nudges()).isEmpty();
            });
    assertThat(dashboard.finished()).isEqualTo(1);
  }

  @Test
  void speaksOfALearnerWhoStopped() {
    Account learner = joined();
    finish(learner, MONDAY, 0);
    Dashboard dashboard = dashboard(MONDAY.plus(Duration.ofDays(12)));
    assertThat(dashboard.overdue()).isEqualTo(quiz.questions().size());
    assertThat(dashboard.toNudge())
        .singleElement()
        .satisfies(
            member -> assertThat(member.nudges()).contains(new Nudge.NoReview(12, Level.ACT)));
  }

  @Test
  void aDismissedNudgeIsHiddenForAWeekOrUntilItIsMorePressing() {
    Account learner = joined();
    Instant thursday = MONDAY.plus(Duration.ofDays(3));
    Nudge nudge = dashboard(thursday).members().getFirst().nudges().getFirst();
    assertThat(nudge).isEqualTo(new Nudge.NotStarted(3, Level.WATCH));

    SimulatedTime.at(
        thursday,
        () ->
            nudges.dismiss(
                instructor.id(), cohort.id(), learner.id(), nudge.kind(), nudge.level(), ""));
    assertThat(dashboard(thursday).toNudge()).isEmpty();
    assertThat(dashboard(MONDAY.plus(Duration.ofDays(6))).toNudge()).isEmpty();
    assertThat(dashboard(MONDAY.plus(Duration.ofDays(7))).toNudge()).hasSize(1);

    Instant urgent = MONDAY.plus(Duration.ofDays(8));
    SimulatedTime.at(
        urgent,
        () ->
            nudges.dismiss(
                instructor.id(), cohort.id(), learner.id(), Nudge.Kind.NOT_STARTED, Level.ACT, ""));
    assertThat(dashboard(urgent.plus(Duration.ofDays(6))).toNudge()).isEmpty();
    assertThat(dashboard(urgent.plus(Duration.ofDays(7))).toNudge()).hasSize(1);
  }

  @Test
  void aNoteOnWhatWasDismissedIsKeptForTheOtherInstructors() {
    Account learner = joined();
    Account colleague = fixtures.instructor();
    instructors.add(instructor.id(), cohort.id(), colleague.username());
    Instant thursday = MONDAY.plus(Duration.ofDays(3));
    SimulatedTime.at(
        thursday,
        () ->
            nudges.dismiss(
                instructor.id(),
                cohort.id(),
                learner.id(),
                Nudge.Kind.NOT_STARTED,
                Level.WATCH,
                " Is ill until Monday "));
    fixtures.as(
        colleague,
        () -> {
          Nudges.Dismissed seen = nudges.dismissed(colleague.id(), cohort.id()).getFirst();
          assertThat(seen.learner()).isEqualTo(learner.displayName());
          assertThat(seen.note()).isEqualTo("Is ill until Monday");
          assertThat(seen.by()).isEqualTo(instructor.displayName());
          nudges.note(colleague.id(), cohort.id(), learner.id(), Nudge.Kind.NOT_STARTED, "Is back");
        });
    // Long after it is hidden no more.
    Nudges.Dismissed later =
        at(
            thursday.plus(Duration.ofDays(30)),
            () -> nudges.dismissed(instructor.id(), cohort.id()).getFirst());
    assertThat(later.note()).isEqualTo("Is back");
    assertThat(later.by()).isEqualTo(colleague.displayName());
    assertThat(later.hidden(thursday.plus(Duration.ofDays(6)))).isTrue();
    assertThat(later.hidden(thursday.plus(Duration.ofDays(8)))).isFalse();
    assertThatThrownBy(
            () ->
                nudges.note(instructor.id(), cohort.id(), learner.id(), Nudge.Kind.OVERDUE, "None"))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void speaksOfAnAssignmentThatWasDueYesterday_unlessItWasExtendedOrDone() {
    Account late = joined();
    Account done = joined();
    Account extended = joined();
    Instant friday = MONDAY.plus(Duration.ofDays(4));
    at(
        MONDAY,
        () -> {
          assignments.assign(
              instructor.id(), cohort.id(), quiz.id(), new Assignments.Terms(null, friday, null));
          return true;
        });
    assignments.extend(
        instructor.id(), cohort.id(), quiz.id(), extended.id(), friday.plus(Duration.ofDays(2)));
    finish(done, MONDAY, 0);
    Predicate<Instant> spokenOf =
        now ->
            dashboard(now).members().stream()
                .filter(member -> member.learnerId() == late.id())
                .flatMap(member -> member.nudges().stream())
                .anyMatch(nudge -> nudge.equals(new Nudge.AssignmentLate(quiz, 1, 0, Level.WATCH)));
    assertThat(spokenOf.test(friday.plus(Duration.ofHours(2)))).as("the same day").isFalse();
    Instant saturday = friday.plus(Duration.ofDays(1));
    assertThat(spokenOf.test(saturday)).isTrue();
    assertThat(dashboard(saturday).members())
        .filteredOn(member -> member.learnerId() != late.id())
        .hasSize(2)
        .allSatisfy(
            member ->
                assertThat(member.nudges())
                    .extracting(Nudge::kind)
                    .doesNotContain(Nudge.Kind.ASSIGNMENT_LATE));
    assertThat(
            at(saturday, () -> dashboards.learner(instructor.id(), cohort.id(), late.id()))
                .member()
                .nudges())
        .as("the learner's own page")
        .extracting(Nudge::kind)
        .contains(Nudge.Kind.ASSIGNMENT_LATE);
  }

  @Test
  void whoJoinsAfterSomethingWasDueIsNotLateWithIt() {
    Instant friday = MONDAY.plus(Duration.ofDays(4));
    at(
        MONDAY,
        () -> {
          assignments.assign(
              instructor.id(), cohort.id(), quiz.id(), new Assignments.Terms(null, friday, null));
          return true;
        });
    Account early = joined();
    Account late = joined(friday.plus(Duration.ofHours(1)));
    assertThat(dashboard(friday.plus(Duration.ofDays(9))).members())
        .filteredOn(
            member ->
                member.nudges().stream()
                    .anyMatch(nudge -> nudge.kind() == Nudge.Kind.ASSIGNMENT_LATE))
        .extracting(Dashboard.Member::learnerId)
        .containsExactly(early.id())
        .doesNotContain(late.id());
  }

  @Test
  void whoReviewsCardsAloneHasStarted() {
    Account cards = joined();
    Account nothing = joined();
    Studying studying = new Studying(reviewing, events, transactions);
    studying.begin(cards, MONDAY, quiz.questions().subList(0, 1));
    studying.review(cards, MONDAY.plus(Duration.ofDays(1)), 0);
    Instant tuesdayWeek = MONDAY.plus(Duration.ofDays(8));
    assertThat(dashboard(tuesdayWeek).members())
        .filteredOn(
            member ->
                member.nudges().stream().anyMatch(nudge -> nudge.kind() == Nudge.Kind.NOT_STARTED))
        .extracting(Dashboard.Member::learnerId)
        .containsExactly(nothing.id());
    assertThat(
            at(tuesdayWeek, () -> dashboards.learner(instructor.id(), cohort.id(), cards.id()))
                .member()
                .nudges())
        .extracting(Nudge::kind)
        .doesNotContain(Nudge.Kind.NOT_STARTED);
  }

  @Test
  void whoseAccountIsSwitchedOffIsWaitedForByNobody() {
    Account here = joined();
    Account off = joined();
    finish(here, MONDAY, 0);
    finish(off, MONDAY, 0);
    at(
        MONDAY,
        () -> {
          assignments.assign(
              instructor.id(),
              cohort.id(),
              catalogue.quizzes().get(1).id(),
              new Assignments.Terms(null, MONDAY.plus(Duration.ofDays(4)), null));
          return true;
        });
    Instant later = MONDAY.plus(Duration.ofDays(30));
    Learners.Search away = new Learners.Search("", Learners.Filter.AWAY, Learners.Sort.NAME, false);
    assertThat(dashboard(later).toNudge()).hasSize(2);
    Account administrator = fixtures.administrator();
    fixtures.as(administrator, () -> administration.setEnabled(off.id(), false));
    Dashboard dashboard = dashboard(later);
    assertThat(dashboard.toNudge())
        .extracting(Dashboard.Member::learnerId)
        .containsExactly(here.id());
    assertThat(dashboard.learning())
        .extracting(Dashboard.Member::learnerId)
        .containsExactly(here.id());
    assertThat(dashboard.due()).isEqualTo(quiz.questions().size());
    assertThat(dashboard.members())
        .filteredOn(member -> !member.inUse())
        .extracting(Dashboard.Member::learnerId, Dashboard.Member::erased)
        .containsExactly(tuple(off.id(), false));
    assertThat(
            at(later, () -> assignments.of(instructor.id(), cohort.id()))
                .assignments()
                .getFirst()
                .learners())
        .extracting(Assignments.Standing::learnerId)
        .containsExactly(here.id());
    assertThat(at(later, () -> learners.all(instructor.id(), cohort.id(), away)))
        .extracting(Dashboard.Member::learnerId)
        .doesNotContain(off.id());
  }

  @Test
  void showsTheHardestQuestionsOnceFiveHaveTried() {
    for (int i = 0; i < 4; i++) {
      finish(joined(), MONDAY, 1);
    }
    assertThat(dashboard(MONDAY).hardest()).isEmpty();
    assertThat(dashboard(MONDAY).judged().most()).isEqualTo(4);
    finish(joined(), MONDAY, 0);
    assertThat(dashboard(MONDAY).hardest()).isNotEmpty();
    assertThat(dashboard(MONDAY).hardest().getFirst())
        .satisfies(
            hard -> {
              assertThat(hard.attempts()).isEqualTo(5);
              assertThat(hard.facility()).isLessThan(1);
              assertThat(hard.quiz().id()).isEqualTo(quiz.id());
            });
  }

  @Test
  void opensOneLearnerWithTheSameFigures() {
    Account learner = joined();
    finish(learner, MONDAY, 0);
    LearnerInCohort opened = learner(learner);
    assertThat(opened.account().id()).isEqualTo(learner.id());
    assertThat(opened.member().masteryOf(quiz)).hasSameSizeAs(quiz.keyPoints());
    assertThat(opened.member())
        .isEqualTo(
            at(MONDAY, () -> dashboards.whole(instructor.id(), cohort.id())).members().getFirst());
  }

  @Test
  void aLearnerWhoIsRemovedOrLeavesIsNoLongerSeen() {
    Account removed = joined();
    Account left = joined();
    finish(removed, MONDAY, 1);
    finish(left, MONDAY, 1);
    List<Object> history = List.of(history(removed), history(left));
    cohorts.removeMember(instructor.id(), cohort.id(), removed.id());
    fixtures.as(left, () -> memberships.leave(left.id(), cohort.id()));
    assertThat(List.of(history(removed), history(left)))
        .as("what they learned stays theirs")
        .isEqualTo(history);
    assertThat(dashboard(MONDAY).members()).isEmpty();
    assertThatThrownBy(() -> learner(removed)).isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> learner(left)).isInstanceOf(GoneException.class);
    assertThatThrownBy(
            () ->
                nudges.dismiss(
                    instructor.id(),
                    cohort.id(),
                    removed.id(),
                    Nudge.Kind.NOT_STARTED,
                    Level.WATCH,
                    ""))
        .isInstanceOf(GoneException.class);
  }

  /** What a learner sees of their own memory, and their finished attempts with each answer. */
  private Object history(Account learner) {
    return at(
        MONDAY.plus(Duration.ofDays(1)),
        () ->
            fixtures.as(
                learner,
                () -> {
                  List<FinishedAttempt> finished = taking.finished(learner.id(), quiz.id());
                  assertThat(finished).hasSize(1);
                  Progress progress = own.of(learner);
                  assertThat(progress.cards()).hasSize(quiz.questions().size());
                  return List.of(
                      progress,
                      finished,
                      finished.stream()
                          .map(each -> taking.attempt(learner.id(), each.id()))
                          .toList());
                }));
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfMembers() {
    finish(joined(), MONDAY, 1);
    finish(joined(), MONDAY, 1);
    long two = statements();
    for (int i = 0; i < 10; i++) {
      finish(joined(), MONDAY, 1);
    }
    // Outside of requests, who calls is read by each service anew.
    assertThat(statements()).isEqualTo(two).isLessThanOrEqualTo(12);
  }

  @Test
  void cardsAndDaysAreAddedUpWhereTheyAreStored() {
    Account learner = joined();
    finish(learner, MONDAY, 1);
    finish(joined(), MONDAY, 1);
    assertThat(SqlRecorder.statementsOf(() -> dashboard(MONDAY)))
        .filteredOn(
            sql -> sql.contains(" card ") || sql.contains("learner_day") || sql.contains("_item "))
        .as("nothing that there is more of the longer somebody learns comes row by row")
        .hasSize(4)
        .allSatisfy(sql -> assertThat(sql).contains("group by"));
    assertThat(SqlRecorder.statementsOf(() -> learner(learner)))
        .filteredOn(sql -> sql.contains(" card ") && sql.contains("learner_id in (?,?)"))
        .as("cards of the others one by one")
        .isEmpty();
  }

  @Test
  void readsOfDaysOnlyThoseOfFourWeeks() {
    Account learner = joined();
    finish(learner, MONDAY, 1);
    String sql =
        SqlRecorder.statementsOf(() -> dashboard(MONDAY)).stream()
            .filter(each -> each.contains("learner_day"))
            .findFirst()
            .orElseThrow();
    String plan = plan(sql, learner);
    assertThat(plan.replaceAll("\\s+", " "))
        .as("a day is looked up by learner and date, not by learner alone")
        .containsAnyOf("D.STUDY_DAY > ", "\"d\".\"study_day\" > ", "(study_day > ");
  }

  @Test
  void readsCardsAndFirstAttemptsFromTheirIndexesAlone() {
    Account learner = joined();
    finish(learner, MONDAY, 1);
    List<String> sums =
        SqlRecorder.statementsOf(() -> dashboard(MONDAY)).stream()
            .filter(sql -> sql.contains("join card ") || sql.contains("join attempt_item "))
            .toList();
    assertThat(sums).hasSize(3);
    for (String sql : sums) {
      String index = sql.contains("join card ") ? "card_queue" : "attempt_item_day";
      // H2 does not say whether it reads a row as well; it reads none that it needs nothing of.
      assertThat(
              plan(sql, learner, "card_of_learner", "item_of_attempt")
                  .toLowerCase(Locale.ROOT)
                  .replaceAll("\\s+", " "))
          .as(sql)
          .containsAnyOf("index only scan using " + index, "public." + index + ":");
    }
  }

  @Test
  void aListByTheRulesOfTheDashboardReadsFiguresOfMembersOnceAndNoQuestions() {
    Account learner = joined();
    for (Filter filter : List.of(Filter.FINISHED, Filter.ON_TRACK, Filter.NUDGE, Filter.DUE)) {
      finish(learner, MONDAY, 1);
      Search search = new Search("", filter, Sort.OVERDUE, true);
      assertThat(
              SqlRecorder.statementsOf(
                  () -> at(MONDAY, () -> learners.count(instructor.id(), cohort.id(), search))))
          .as(filter.name())
          .filteredOn(sql -> sql.contains(" card ") || sql.contains("_item "))
          .hasSize(1);
    }
  }

  /**
   * As if there were many rows: for few PostgreSQL reads all of them, which says nothing.
   *
   * @param others unique constraints whose indexes look cheaper there while there are few rows
   */
  private String plan(String sql, Account learner, String... others) {
    return transactions.execute(
        transaction -> {
          transaction.setRollbackOnly();
          if ("postgresql".equals(System.getProperty("keypoint.test.database"))) {
            jdbc.execute("set local enable_seqscan = off");
            jdbc.execute("set local enable_bitmapscan = off");
            // Only where it is in the way: whoever writes to that table waits for its lock.
            for (String other : others) {
              String table = other.startsWith("card") ? "card" : "attempt_item";
              if (sql.contains("join %s ".formatted(table))) {
                jdbc.execute("alter table %s drop constraint %s".formatted(table, other));
              }
            }
          }
          String given =
              sql.replace("cast(? as bigint", "cast(array[%d] as bigint".formatted(learner.id()))
                  .replace("cast(? as date", "cast(array[date '2026-03-02'] as date")
                  .replace("?", "8");
          return jdbc.queryForList("explain " + given, String.class).toString();
        });
  }

  @Test
  void noPageMakesAnEntityOfEachCard_andALearnersPageReadsNobodyElsesCards() {
    Account learner = joined();
    finish(learner, MONDAY, 1);
    finish(joined(), MONDAY, 1);
    var entities =
        factory
            .unwrap(SessionFactory.class)
            .getStatistics()
            .getEntityStatistics("app.keypoint.review.internal.log.CardEntity");
    long before = entities.getLoadCount();
    assertThat(dashboard(MONDAY).members()).hasSize(2);
    assertThat(learner(learner).member().load().due()).isEqualTo(1);
    assertThat(entities.getLoadCount()).isEqualTo(before);
  }

  private long statements() {
    AtomicReference<Long> count = new AtomicReference<>();
    SimulatedTime.at(
        MONDAY,
        () -> count.set(counter.statementsOf(() -> dashboards.of(instructor.id(), cohort.id()))));
    return count.get();
  }

  private Account joined() {
    return joined(MONDAY);
  }

  private Account joined(Instant when) {
    Account learner = fixtures.learner();
    var unused =
        at(
            when,
            () ->
                fixtures.as(
                    learner, () -> memberships.join(learner.id(), cohort.joinCode().toString())));
    return learner;
  }

  private Dashboard dashboard(Instant when) {
    return at(when, () -> dashboards.of(instructor.id(), cohort.id()));
  }

  private LearnerInCohort learner(Account learner) {
    return at(MONDAY, () -> dashboards.learner(instructor.id(), cohort.id(), learner.id()));
  }

  /** Takes the quiz with so many of its first questions wrong. */
  private void finish(Account learner, Instant when, int wrong) {
    SimulatedTime.at(
        when,
        () -> {
          var unused = fixtures.as(learner, () -> finish(learner, wrong));
        });
  }

  private Attempt finish(Account learner, int wrong) {
    Attempt attempt = taking.start(learner.id(), quiz.id());
    for (Attempt.Item item : attempt.items()) {
      Question question = item.asked().question();
      Response response =
          item.position() <= wrong ? Responses.wrong(question) : Responses.right(question);
      var unused =
          taking.answer(
              learner.id(), attempt.id(), item.position(), response, Duration.ofSeconds(9));
    }
    return attempt;
  }
}
