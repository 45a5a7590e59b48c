package app.keypoint.cohort.internal.dashboard;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.Learners.Search;
import app.keypoint.cohort.dashboard.Learners.Sort;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.internal.assignment.LateAssignments;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Accounts;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.SqlRecorder;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What is kept of a cohort tells the same as reading it anew. */
@ServiceTest
@Tag("database")
class KeptFiguresTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles");

  /** Who calls, whose the cohort is, names, days, and whether anything was done. */
  private static final int SORT = 5;

  @Autowired Learners learners;
  @Autowired Nudges nudges;
  @Autowired Assignments assignments;
  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired Memberships memberships;
  @Autowired AccountAdministration administration;
  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;
  @Autowired CohortAccess access;
  @Autowired CohortMemberRepository members;
  @Autowired NudgeDismissalRepository dismissals;
  @Autowired LateAssignments late;
  @Autowired Accounts accounts;
  @Autowired Catalogue catalogue;
  @Autowired CohortQuizzes quizzes;
  @Autowired QuizStandings standings;
  @Autowired ReviewStatistics reviews;
  @Autowired ProblemReports problems;
  @Autowired LearnerProgress progress;
  @Autowired AuditTrail audit;
  @Autowired Clock clock;
  @Autowired CohortPulse pulse;
  @Autowired MemberNames names;

  Account instructor;
  Account colleague;
  Account administrator;
  Cohort cohort;
  Quiz quiz;
  final List<Account> joined = new ArrayList<>();

  @BeforeEach
  void cohort() {
    instructor = fixtures.instructor();
    colleague = fixtures.instructor();
    administrator = fixtures.administrator();
    fixtures.signIn(instructor);
    cohort = at(MONDAY, () -> cohorts.create(instructor.id(), "Seminar"));
    instructors.add(instructor.id(), cohort.id(), colleague.username());
    quiz = catalogue.quizzes().getFirst();
  }

  /** Any steps of anybody, also while days begin in one zone after the other. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverHappensItIsAsIfReadAnew(long seed) {
    Random random = new Random(seed);
    Instant now = MONDAY;
    for (int i = 0; i < 4; i++) {
      join(now, random);
    }
    for (int i = 0; i < 24; i++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(1, 900)));
      String step = step(now, random);
      assertSame(now, seed + ": " + step, random);
    }
  }

  private String step(Instant now, Random random) {
    Account who = joined.get(random.nextInt(joined.size()));
    int which = random.nextInt(10);
    switch (which) {
      case 0 -> join(now, random);
      case 1 -> {
        leave(now, who);
        join(now, random);
      }
      case 2, 3, 4 -> finish(now, who, random.nextInt(3));
      case 5 -> new Studying(reviewing, events, transactions).review(who, now, 1);
      case 6 -> {
        joined.remove(who);
        join(now, random);
        SimulatedTime.at(
            now,
            () -> fixtures.as(administrator, () -> administration.setEnabled(who.id(), false)));
      }
      case 7 ->
          jdbc.update(
              "update account set zone = ? where id = ?",
              ZONES.get(random.nextInt(ZONES.size())),
              who.id());
      case 8 -> dismiss(now, who);
      default ->
          SimulatedTime.at(
              now,
              () ->
                  assignments.assign(
                      instructor.id(),
                      cohort.id(),
                      quiz.id(),
                      new Assignments.Terms(null, now.plus(Duration.ofMinutes(30)), null)));
    }
    return which + " by " + who.id();
  }

  @Test
  void aSortAfterAnotherReadsNoCards_andOneAfterAnAnswerDoes() {
    Random random = new Random(4);
    join(MONDAY, random);
    Account learner = join(MONDAY, random);
    Search overdue = new Search("", Filter.ALL, Sort.OVERDUE, true);
    Search finished = new Search("", Filter.OVERDUE, Sort.FINISHED, true);
    assertThat(statements(MONDAY, overdue)).anyMatch(reads("card"));
    for (Search search : List.of(overdue, finished)) {
      assertThat(statements(MONDAY, search))
          .as("%s by what is kept", search)
          .hasSizeLessThanOrEqualTo(SORT)
          .noneMatch(reads("card"))
          .noneMatch(reads("learner_day"));
    }
    finish(MONDAY, learner, 1);
    assertThat(statements(MONDAY, overdue)).anyMatch(reads("card"));
    assertThat(statements(MONDAY, overdue)).noneMatch(reads("card"));
    Instant tomorrow = MONDAY.plus(Duration.ofDays(1));
    assertThat(statements(tomorrow, overdue)).as("another day").anyMatch(reads("card"));
  }

  @Test
  void whatATransactionWroteItselfIsNotKept() {
    Account learner = join(MONDAY, new Random(5));
    finish(MONDAY, learner, 1);
    Instant later = MONDAY.plus(Duration.ofDays(3));
    Search due = new Search("", Filter.DUE, Sort.NAME, false);
    transactions.executeWithoutResult(
        transaction -> {
          transaction.setRollbackOnly();
          step(learner);
          jdbc.update("update card set queue_day = null where learner_id = ?", learner.id());
          assertThat(count(later, due)).isZero();
        });
    step(learner);
    assertThat(count(later, due)).isEqualTo(1);
  }

  private void step(Account learner) {
    jdbc.update("update review_learner set steps = steps + 1 where learner_id = ?", learner.id());
  }

  private void assertSame(Instant now, String step, Random random) {
    Learners anew = anew();
    Stream.concat(
            Stream.of(Filter.values())
                .map(each -> search(each, one(Sort.values(), random), random)),
            Stream.of(Sort.values())
                .map(each -> search(one(Filter.values(), random), each, random)))
        .forEach(
            search -> {
              List<Dashboard.Member> kept =
                  at(now, () -> learners.page(instructor.id(), cohort.id(), search, 0, 50));
              assertThat(kept)
                  .as("%s, %s", step, search)
                  .isEqualTo(at(now, () -> anew.page(instructor.id(), cohort.id(), search, 0, 50)));
              assertThat(count(now, search)).isEqualTo(kept.size());
            });
  }

  private static Search search(Filter filter, Sort sort, Random random) {
    return new Search("", filter, sort, random.nextBoolean());
  }

  private static <T> T one(T[] all, Random random) {
    return all[random.nextInt(all.length)];
  }

  /** The same with nothing kept. */
  private Learners anew() {
    KeptFigures nothing = new KeptFigures(pulse, catalogue, reviews, standings);
    return new LearnersService(
        access,
        new DashboardService(
            access,
            members,
            dismissals,
            late,
            accounts,
            catalogue,
            quizzes,
            standings,
            reviews,
            nothing,
            problems,
            progress,
            audit,
            clock),
        members,
        names,
        nothing,
        quizzes,
        accounts,
        reviews,
        standings,
        clock);
  }

  private int count(Instant now, Search search) {
    return at(now, () -> learners.count(instructor.id(), cohort.id(), search));
  }

  private List<String> statements(Instant now, Search search) {
    return at(
        now,
        () ->
            SqlRecorder.statementsOf(
                () -> learners.page(instructor.id(), cohort.id(), search, 0, 0)));
  }

  private static Predicate<String> reads(String table) {
    return sql -> sql.contains("join " + table + " ");
  }

  private Account join(Instant now, Random random) {
    Account learner =
        fixtures.learner(new StudyCalendar(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), 4));
    var unused =
        at(
            now,
            () ->
                fixtures.as(
                    learner, () -> memberships.join(learner.id(), cohort.joinCode().toString())));
    joined.add(learner);
    return learner;
  }

  private void leave(Instant now, Account who) {
    joined.remove(who);
    SimulatedTime.at(now, () -> cohorts.removeMember(instructor.id(), cohort.id(), who.id()));
  }

  private void finish(Instant now, Account who, int wrong) {
    SimulatedTime.at(
        now,
        () ->
            fixtures.as(
                who,
                () ->
                    QuizAttempts.take(taking, who.id(), quiz.id(), wrong, Duration.ofSeconds(3))));
  }

  private void dismiss(Instant now, Account who) {
    SimulatedTime.at(
        now,
        () ->
            fixtures.as(
                colleague,
                () ->
                    nudges.dismiss(
                        colleague.id(),
                        cohort.id(),
                        who.id(),
                        Nudge.Kind.NOT_STARTED,
                        Nudge.Level.ACT,
                        "")));
  }
}
