package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Dashboards.ReportedProblem;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudge.Level;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every service method of an instructor, called by the wrong person. */
@ServiceTest
class CohortAccessTest {

  private static final Nudge.Kind NUDGE = Nudge.Kind.NOT_STARTED;

  private static final LocalDate EXAM = LocalDate.of(2999, 12, 3);

  @Autowired Cohorts cohorts;
  @Autowired Dashboards dashboards;
  @Autowired Nudges nudges;
  @Autowired CohortExams exams;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired ProblemReports problems;
  @Autowired Fixtures fixtures;

  Account owner;
  Account learner;
  Cohort cohort;
  String quiz;

  @BeforeEach
  void aCohortWithALearner() {
    owner = fixtures.instructor();
    learner = fixtures.learner();
    signIn(owner);
    cohort = cohorts.create(owner.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    quiz = catalogue.quizzes().getFirst().id();
    exams.set(owner.id(), cohort.id(), quiz, EXAM);
  }

  @Test
  void anotherInstructorFindsNothing() {
    Account other = fixtures.instructor();
    signIn(other);
    assertThat(cohorts.of(other.id())).isEmpty();
    for (Consumer<Long> method : aboutTheCohort()) {
      assertThatThrownBy(() -> method.accept(other.id())).isInstanceOf(GoneException.class);
    }
    theCohortIsAsItWas();
  }

  @Test
  void anotherInstructorWithACohortOfTheirOwnDoesNotReachItsLearner() {
    Account other = fixtures.instructor();
    signIn(other);
    long own = cohorts.create(other.id(), "Own").id();
    assertThatThrownBy(() -> dashboards.learner(other.id(), own, learner.id()))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> nudges.dismiss(other.id(), own, learner.id(), NUDGE, Level.WATCH, ""))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> cohorts.removeMember(other.id(), own, learner.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void theOwnerReadsWhatALearnerReportedAboutAQuestion() {
    QuestionVersion question = catalogue.quizzes().getFirst().questions().getFirst();
    fixtures.as(
        learner, () -> problems.report(learner.id(), question.id(), "  Two options are right. "));
    Account other = fixtures.learner();
    fixtures.as(other, () -> problems.report(other.id(), question.id(), "Not in this cohort"));
    assertThat(dashboards.reports(owner.id(), cohort.id()))
        .extracting(
            ReportedProblem::learner, ReportedProblem::note, problem -> problem.question().prompt())
        .containsExactly(
            tuple(learner.displayName(), "Two options are right.", question.question().prompt()));
    assertThatThrownBy(
            () -> fixtures.as(learner, () -> problems.report(learner.id(), question.id(), " ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLearnerIsRefusedEvenWithTheOwnersId() {
    signIn(learner);
    everyMethodIsRefused();
  }

  @Test
  void anAdministratorIsRefusedEvenWithTheOwnersId() {
    signIn(
        fixtures.account(
            Role.ADMINISTRATOR,
            new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR)));
    everyMethodIsRefused();
  }

  @Test
  void nobodyIsRefused() {
    SecurityContextHolder.clearContext();
    for (Consumer<Long> method : aboutTheCohort()) {
      assertThatThrownBy(() -> method.accept(owner.id())).isInstanceOf(AccessDeniedException.class);
    }
    theCohortIsAsItWas();
  }

  private void everyMethodIsRefused() {
    for (Consumer<Long> method : aboutTheCohort()) {
      assertThatThrownBy(() -> method.accept(owner.id())).isInstanceOf(AccessDeniedException.class);
    }
    assertThatThrownBy(() -> cohorts.of(owner.id())).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> cohorts.create(owner.id(), "Mine"))
        .isInstanceOf(AccessDeniedException.class);
    theCohortIsAsItWas();
  }

  /** Each takes the id of the instructor who is said to ask. */
  private List<Consumer<Long>> aboutTheCohort() {
    long id = cohort.id();
    return List.of(
        who -> cohorts.require(who, id),
        who -> cohorts.rename(who, id, "Stolen"),
        who -> cohorts.renewCode(who, id),
        who -> cohorts.removeMember(who, id, learner.id()),
        who -> cohorts.delete(who, id),
        who -> dashboards.of(who, id),
        who -> dashboards.learner(who, id, learner.id()),
        who -> dashboards.reports(who, id),
        who -> nudges.dismiss(who, id, learner.id(), NUDGE, Level.WATCH, "Seen"),
        who -> nudges.note(who, id, learner.id(), NUDGE, "Stolen"),
        who -> nudges.dismissed(who, id),
        who -> exams.of(who, id),
        who -> exams.set(who, id, quiz, EXAM.plusDays(1)),
        who -> exams.remove(who, id, quiz));
  }

  private void theCohortIsAsItWas() {
    signIn(owner);
    assertThat(cohorts.require(owner.id(), cohort.id()))
        .extracting(Cohort::name, Cohort::joinCode, Cohort::members)
        .containsExactly("Seminar", cohort.joinCode(), 1L);
    assertThat(exams.of(owner.id(), cohort.id())).containsOnly(entry(quiz, EXAM));
  }

  private void signIn(Account account) {
    fixtures.signIn(account);
  }
}
