package app.keypoint.cohort.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.CohortGlimpses.Glimpse;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.time.SimulatedTime;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who runs several courses sees which of them to open. */
@ServiceTest
@Tag("database")
class CohortGlimpsesTest {

  private static final Instant JOINED = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired CohortGlimpses glimpses;
  @Autowired Nudges nudges;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Assignments assignments;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired Dashboards dashboards;
  @Autowired StatementCounter counter;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  @Test
  void eachAsItsOwnPageCounts_inTheSameStatementsForAnyNumber() {
    Account instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    long me = instructor.id();
    Cohort one = cohorts.create(me, "One");
    Account learner = fixtures.learner();
    Account idle = fixtures.learner();
    join(learner, one);
    join(idle, one);
    String quiz = catalogue.quizzes().getFirst().id();
    fixtures.as(
        learner, () -> QuizAttempts.take(taking, learner.id(), quiz, 1, Duration.ofSeconds(3)));
    Date past = Date.valueOf("2020-01-01");
    jdbc.update(
        "update card set due = ?, queue_day = ?, comes_up = ? where learner_id = ? and not fresh",
        past,
        past,
        past,
        learner.id());
    Instant due = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    assignments.assign(me, one.id(), quiz, new Assignments.Terms(null, due, null));
    var unused = glimpses.of(me); // Who calls is asked once.
    long cost = counter.statementsOf(() -> glimpses.of(me));
    Cohort two = cohorts.create(me, "Two");
    join(learner, two);
    cohorts.create(me, "Empty");
    Cohort old = cohorts.create(me, "Old");
    cohorts.archive(me, old.id());

    Map<Long, Glimpse> found = glimpses.of(me);
    Dashboard page = dashboards.of(me, one.id());
    Glimpse first = found.get(one.id());
    assertThat(first.members()).isEqualTo(2);
    assertThat(first.onTrack()).isEqualTo(page.onTrack().size()).isEqualTo(2);
    assertThat(first.toNudge()).isEqualTo(page.toNudge().size()).isZero();
    assertThat(first.active()).isEqualTo(page.weeks().active()).isEqualTo(1);
    assertThat(first.overdue()).isEqualTo(page.overdue()).isPositive();
    assertThat(first.next().at()).isEqualTo(due);
    assertThat(first.next().quiz().id()).isEqualTo(quiz);
    assertThat(found.get(two.id()).next()).isNull();
    assertThat(found.get(two.id()).overdue()).isEqualTo(first.overdue());
    assertThat(found).doesNotContainKey(old.id()).hasSize(3);
    assertThat(counter.statementsOf(() -> glimpses.of(me))).isEqualTo(cost).isLessThanOrEqualTo(14);
  }

  /** Late, dealt with, not begun: each rule as the cohort's own page applies it. */
  @Test
  void whoIsOnTrackIsWhoIsOnItsOwnPage() {
    Account instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    long me = instructor.id();
    List<Cohort> run = List.of(cohorts.create(me, "One"), cohorts.create(me, "Two"));
    List<Quiz> quizzes = catalogue.quizzes();
    Instant due = JOINED.plus(Duration.ofDays(1));
    for (Cohort cohort : run) {
      for (int i = 0; i < 4; i++) {
        Account learner = fixtures.learner();
        SimulatedTime.at(JOINED, () -> join(learner, cohort));
        if (i < 3) {
          fixtures.as(
              learner,
              () ->
                  QuizAttempts.take(
                      taking,
                      learner.id(),
                      quizzes.get(cohort == run.getFirst() ? 0 : 1).id(),
                      1,
                      Duration.ofSeconds(3)));
        }
        if (i == 0) {
          nudges.dismiss(
              me, cohort.id(), learner.id(), Nudge.Kind.ASSIGNMENT_LATE, Nudge.Level.ACT, "");
        }
      }
    }
    SimulatedTime.at(
        JOINED,
        () ->
            assignments.assign(
                me,
                run.getFirst().id(),
                quizzes.get(1).id(),
                new Assignments.Terms(null, due, null)));
    Map<Long, Glimpse> found = glimpses.of(me);
    for (Cohort cohort : run) {
      Dashboard page = dashboards.of(me, cohort.id());
      assertThat(found.get(cohort.id()).onTrack())
          .as(cohort.name())
          .isEqualTo(page.onTrack().size());
      assertThat(found.get(cohort.id()).toNudge())
          .as(cohort.name())
          .isEqualTo(page.toNudge().size());
    }
    assertThat(found.get(run.getFirst().id()).onTrack()).as("all are late").isZero();
    assertThat(found.get(run.getFirst().id()).toNudge()).as("one was dealt with").isEqualTo(3);
    assertThat(found.get(run.getLast().id()).onTrack()).isEqualTo(3);
    assertThat(found.get(run.getLast().id()).toNudge()).isEqualTo(1);
  }

  private void join(Account learner, Cohort cohort) {
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
  }
}
