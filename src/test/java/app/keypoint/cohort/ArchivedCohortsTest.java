package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.roster.Rosters;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.JoinCodes;
import app.keypoint.practice.AssignedExams;
import app.keypoint.quiz.AssignedQuizzes;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.SimulatedTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cohort that is over asks nothing of anybody, and can still be read. */
@ServiceTest
class ArchivedCohortsTest {

  @Autowired Cohorts cohorts;
  @Autowired Dashboards dashboards;
  @Autowired Assignments assignments;
  @Autowired CohortExams exams;
  @Autowired Memberships memberships;
  @Autowired JoinCodes codes;
  @Autowired AssignedQuizzes assigned;
  @Autowired AssignedExams assignedExams;
  @Autowired Catalogue catalogue;
  @Autowired LearnerHistories histories;
  @Autowired LearnerNotes notes;
  @Autowired CohortExports exports;
  @Autowired CohortInstructors instructors;
  @Autowired Rosters rosters;
  @Autowired Fixtures fixtures;
  @Autowired Clock clock;

  Account instructor;
  Account learner;
  Cohort cohort;
  String quiz;
  Assignments.Terms terms;

  @BeforeEach
  void aCohortWithAnAssignmentAndAnExam() {
    instructor = fixtures.instructor();
    learner = fixtures.learner();
    quiz = catalogue.quizzes().getFirst().id();
    terms = new Assignments.Terms(null, clock.instant().plus(Duration.ofDays(30)), null);
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    join(learner);
    assignments.assign(instructor.id(), cohort.id(), quiz, terms);
    exams.set(instructor.id(), cohort.id(), quiz, LocalDate.of(2999, 12, 3));
  }

  private void join(Account who) {
    fixtures.as(who, () -> memberships.join(who.id(), cohort.joinCode().toString()));
  }

  private List<?> asked() {
    return fixtures.as(learner, () -> assigned.of(learner.id()));
  }

  @Test
  void nothingIsAskedAndNobodyJoinsUntilItIsBroughtBack() {
    assertThat(asked()).hasSize(1);
    assertThat(assignedExams.of(learner.id(), LocalDate.EPOCH)).hasSize(1);
    cohorts.archive(instructor.id(), cohort.id());

    assertThat(asked()).isEmpty();
    assertThat(assignedExams.of(learner.id(), LocalDate.EPOCH)).isEmpty();
    assertThat(codes.cohortNamed(cohort.joinCode().toString())).isEmpty();
    Account late = fixtures.learner();
    assertThatThrownBy(() -> codes.enrol(late.id(), cohort.joinCode().toString()))
        .isInstanceOf(IllegalArgumentException.class);

    cohorts.bringBack(instructor.id(), cohort.id());
    assertThat(asked()).hasSize(1);
    assertThat(assignedExams.of(learner.id(), LocalDate.EPOCH)).hasSize(1);
    join(late);
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(2);
  }

  @Test
  void itsFiguresStayAndNobodyIsNudged() {
    SimulatedTime.at(
        clock.instant().plus(Duration.ofDays(20)),
        () -> {
          fixtures.signIn(instructor);
          assertThat(dashboards.of(instructor.id(), cohort.id()).toNudge()).hasSize(1);
          cohorts.archive(instructor.id(), cohort.id());
          Dashboard archived = dashboards.of(instructor.id(), cohort.id());
          assertThat(archived.members()).hasSize(1);
          assertThat(archived.toNudge()).isEmpty();
          assertThat(
                  dashboards.learner(instructor.id(), cohort.id(), learner.id()).member().nudges())
              .isEmpty();
          assertThat(assignments.of(instructor.id(), cohort.id()).assignments()).hasSize(1);
          assertThat(exams.of(instructor.id(), cohort.id())).hasSize(1);
        });
  }

  @Test
  void nothingMoreIsAskedInIt() {
    cohorts.archive(instructor.id(), cohort.id());
    long id = cohort.id();
    List<LongConsumer> asking =
        List.of(
            who -> assignments.assign(who, id, quiz, terms),
            who -> assignments.extend(who, id, quiz, learner.id(), null),
            who -> assignments.withdraw(who, id, quiz),
            who -> exams.set(who, id, quiz, LocalDate.of(2999, 12, 4)),
            who -> exams.remove(who, id, quiz),
            who -> cohorts.renewCode(who, id));
    for (LongConsumer deed : asking) {
      assertThatThrownBy(() -> deed.accept(instructor.id())).isInstanceOf(GoneException.class);
    }
    cohorts.removeMember(instructor.id(), id, learner.id());
    cohorts.rename(instructor.id(), id, "Last year");
    assertThat(cohorts.of(instructor.id()).getFirst().name()).isEqualTo("Last year");
  }

  @Test
  void whatWasDoneInItIsStillReadWrittenAboutAndTakenAlong() {
    cohorts.archive(instructor.id(), cohort.id());
    long me = instructor.id();
    assertThat(histories.of(me, cohort.id(), learner.id()).name()).isEqualTo(learner.displayName());
    assertThat(
            histories.reviews(me, cohort.id(), learner.id(), LocalDate.of(2026, 3, 2), 0).reviews())
        .isEmpty();
    notes.write(me, cohort.id(), learner.id(), "Passed.");
    assertThat(notes.of(me, cohort.id(), learner.id())).hasSize(1);
    assertThat(exports.roster(me, cohort.id())).hasSize(1);
    exports.taken(me, cohort.id(), "Roster", List.of(learner.id()));
    Account colleague = fixtures.instructor();
    instructors.add(me, cohort.id(), colleague.username());
    assertThat(fixtures.as(colleague, () -> cohorts.of(colleague.id()))).hasSize(1);
    assertThatThrownBy(() -> rosters.preview(me, cohort.id(), new byte[0]))
        .as("nobody joins by a roster")
        .isInstanceOf(GoneException.class);
  }

  @Test
  void aLearnerStillSeesWhoSeesThemAndLeaves() {
    cohorts.archive(instructor.id(), cohort.id());
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id())))
        .singleElement()
        .satisfies(
            membership -> {
              assertThat(membership.archived()).isTrue();
              assertThat(membership.instructors()).containsExactly(instructor.displayName());
            });
    fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id()));
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).isEmpty();
  }
}
