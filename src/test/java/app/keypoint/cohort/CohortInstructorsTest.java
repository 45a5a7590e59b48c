package app.keypoint.cohort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.keypoint.audit.AuditSearch;
import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.CohortInstructors.TooManyInstructorsException;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.roster.Rosters;
import app.keypoint.cohort.statistics.QuestionStatistics;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Colleagues;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.quiz.ItemStatistics.AttemptSelection;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Several instructors run a cohort, one of whom owns it. */
@ServiceTest
class CohortInstructorsTest {

  @Autowired CohortInstructors instructors;
  @Autowired CohortAdministration administration;
  @Autowired Cohorts cohorts;
  @Autowired Dashboards dashboards;
  @Autowired Nudges nudges;
  @Autowired Assignments assignments;
  @Autowired CohortExams exams;
  @Autowired QuestionStatistics statistics;
  @Autowired Memberships memberships;
  @Autowired Rosters rosters;
  @Autowired Catalogue catalogue;
  @Autowired AccountAdministration accounts;
  @Autowired AuditSearch log;
  @Autowired Fixtures fixtures;
  @Autowired Clock clock;

  Account owner;
  Account colleague;
  Account learner;
  Cohort cohort;
  String quiz;

  @BeforeEach
  void aCohortOfTwo() {
    owner = fixtures.instructor();
    colleague = fixtures.instructor();
    learner = fixtures.learner();
    quiz = catalogue.quizzes().getFirst().id();
    fixtures.signIn(owner);
    cohort = cohorts.create(owner.id(), "Seminar");
    String code = cohort.joinCode().toString();
    fixtures.as(learner, () -> memberships.join(learner.id(), code));
    instructors.add(owner.id(), cohort.id(), "  " + colleague.username().toUpperCase());
  }

  @Test
  void aColleagueSeesItAndRunsItLikeItsOwner() {
    fixtures.signIn(colleague);
    assertThat(cohorts.of(colleague.id()))
        .extracting(Cohort::name, Cohort::members, Cohort::owned)
        .containsExactly(tuple("Seminar", 1L, false));
    for (LongConsumer deed : deeds()) {
      deed.accept(colleague.id());
    }
    fixtures.signIn(owner);
    assertThat(cohorts.of(owner.id()))
        .extracting(Cohort::name, Cohort::archived, Cohort::owned)
        .containsExactly(tuple("Renamed", true, true));
    assertThat(
            fixtures.as(
                fixtures.administrator(),
                () -> log.page(new AuditSearch.Filter(learner.username(), null, null, null), 0, 9)))
        .as("looks at a learner are on record by whoever looks")
        .anySatisfy(entry -> assertThat(entry.actor()).isEqualTo(colleague.username()));
  }

  @Test
  void whoIsTakenAwayFindsNothingAtOnce() {
    instructors.remove(owner.id(), cohort.id(), colleague.username());
    fixtures.signIn(colleague);
    assertThat(cohorts.of(colleague.id())).isEmpty();
    for (LongConsumer deed : deeds()) {
      assertThatThrownBy(() -> deed.accept(colleague.id())).isInstanceOf(GoneException.class);
    }
    assertThatThrownBy(() -> instructors.of(colleague.id(), cohort.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void whoIsNoInstructorAnyMoreIsRefused() {
    fixtures.as(fixtures.administrator(), () -> accounts.changeRole(colleague.id(), Role.LEARNER));
    fixtures.signIn(colleague);
    assertThatThrownBy(() -> cohorts.of(colleague.id())).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void onlyTheOwnerDecidesWhoRunsItAndWhetherItGoesOn() {
    Account third = fixtures.instructor();
    instructors.add(owner.id(), cohort.id(), third.username());
    long id = colleague.id();
    fixtures.signIn(colleague);
    List<Runnable> owners =
        List.of(
            () -> instructors.add(id, cohort.id(), fixtures.instructor().username()),
            () -> instructors.remove(id, cohort.id(), third.username()),
            () -> instructors.remove(id, cohort.id(), owner.username()),
            () -> instructors.handOver(id, cohort.id(), third.username()),
            () -> instructors.handOver(id, cohort.id(), colleague.username()),
            () -> cohorts.delete(id, cohort.id()));
    for (Runnable deed : owners) {
      assertThatThrownBy(deed::run).isInstanceOf(GoneException.class);
    }
    fixtures.signIn(owner);
    assertThat(instructors.of(owner.id(), cohort.id()))
        .extracting(Teacher::username)
        .startsWith(owner.username())
        .containsExactlyInAnyOrder(owner.username(), colleague.username(), third.username());
  }

  @Test
  void aColleagueLeavesAndTheOwnerDoesNot() {
    fixtures.as(
        colleague, () -> instructors.remove(colleague.id(), cohort.id(), colleague.username()));
    assertThat(instructors.of(owner.id(), cohort.id())).hasSize(1);
    assertThatThrownBy(() -> instructors.remove(owner.id(), cohort.id(), owner.username()))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> instructors.handOver(owner.id(), cohort.id(), colleague.username()))
        .as("to somebody who runs it no more")
        .isInstanceOf(GoneException.class);
  }

  @Test
  void theOwnerHandsItOverAndStaysUntilTheNewOneDecidesOtherwise() {
    instructors.handOver(owner.id(), cohort.id(), colleague.username());
    assertThat(cohorts.require(owner.id(), cohort.id()).owned()).isFalse();
    assertThatThrownBy(() -> cohorts.delete(owner.id(), cohort.id()))
        .isInstanceOf(GoneException.class);
    fixtures.signIn(colleague);
    assertThat(instructors.of(colleague.id(), cohort.id()))
        .extracting(Teacher::username, Teacher::owner)
        .containsExactly(tuple(colleague.username(), true), tuple(owner.username(), false));
    instructors.remove(colleague.id(), cohort.id(), owner.username());
    assertThat(fixtures.as(owner, () -> cohorts.of(owner.id()))).isEmpty();
  }

  @Test
  void anAdministratorHandsOverWhatItsOwnerCannotAndSeesNoLearner() {
    Account successor = fixtures.instructor();
    Account administrator = fixtures.administrator();
    fixtures.signIn(administrator);
    String name = "Cohort of " + owner.username();
    fixtures.as(owner, () -> cohorts.rename(owner.id(), cohort.id(), name));
    assertThat(administration.count(owner.username())).isEqualTo(1);
    CohortAdministration.Row row = administration.page(owner.username(), 0, 10).getFirst();
    assertThat(row.instructors())
        .extracting(Teacher::username)
        .containsExactly(owner.username(), colleague.username());
    assertThat(row.toString()).doesNotContain(learner.username(), learner.displayName());
    administration.handOver(cohort.id(), successor.username(), false);
    assertThat(fixtures.as(owner, () -> cohorts.of(owner.id()))).isEmpty();
    assertThat(fixtures.as(successor, () -> cohorts.require(successor.id(), cohort.id()).owned()))
        .isTrue();
    administration.handOver(cohort.id(), colleague.username(), true);
    assertThat(administration.page(owner.username(), 0, 10).getFirst().instructors())
        .extracting(Teacher::username)
        .containsExactly(colleague.username(), successor.username());
    assertThatThrownBy(() -> administration.handOver(cohort.id(), learner.username(), true))
        .as("to a learner")
        .isInstanceOf(GoneException.class);
    for (Account other : List.of(owner, learner)) {
      fixtures.signIn(other);
      assertThatThrownBy(() -> administration.handOver(cohort.id(), owner.username(), true))
          .isInstanceOf(AccessDeniedException.class);
    }
    fixtures.signIn(administrator);
    assertThat(
            log.page(new AuditSearch.Filter(owner.username(), null, null, null), 0, 9).stream()
                .map(entry -> entry.kind() + " by " + entry.actor())
                .toList())
        .contains("INSTRUCTOR_REMOVED by " + administrator.username());
  }

  @Test
  void whoeverIsSwitchedOffCannotBeGivenACohort() {
    Account third = fixtures.instructor();
    Account administrator = fixtures.administrator();
    fixtures.as(
        administrator,
        () -> {
          accounts.setEnabled(third.id(), false);
          accounts.setEnabled(colleague.id(), false);
        });
    assertThatThrownBy(() -> instructors.add(owner.id(), cohort.id(), third.username()))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> instructors.handOver(owner.id(), cohort.id(), colleague.username()))
        .isInstanceOf(GoneException.class);
    fixtures.signIn(administrator);
    assertThatThrownBy(() -> administration.handOver(cohort.id(), third.username(), true))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void aLearnerSeesWhoSeesThem() {
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id())).getFirst().instructors())
        .containsExactly(owner.displayName(), colleague.displayName());
  }

  @Test
  void onlyInstructorsAreAddedAndNamesAreTriedSlowly() {
    for (String name : List.of(learner.username(), owner.username(), "nobody", "")) {
      assertThatThrownBy(() -> instructors.add(owner.id(), cohort.id(), name))
          .isInstanceOf(GoneException.class);
    }
    for (int i = 4; i < Colleagues.MAX_IN_VAIN; i++) {
      assertThatThrownBy(() -> instructors.add(owner.id(), cohort.id(), "nobody"))
          .isInstanceOf(GoneException.class);
    }
    String third = fixtures.instructor().username();
    assertThatThrownBy(() -> instructors.add(owner.id(), cohort.id(), third))
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void addingTwiceChangesNothingAndThereIsAnEnd() {
    instructors.add(owner.id(), cohort.id(), colleague.username());
    assertThat(instructors.of(owner.id(), cohort.id())).hasSize(2);
    for (int i = 1; i < CohortInstructors.MAX; i++) {
      instructors.add(owner.id(), cohort.id(), fixtures.instructor().username());
    }
    String oneMore = fixtures.instructor().username();
    assertThatThrownBy(() -> instructors.add(owner.id(), cohort.id(), oneMore))
        .isInstanceOf(TooManyInstructorsException.class);
  }

  /** All that running a cohort is; the last of them archives it. */
  private List<LongConsumer> deeds() {
    long id = cohort.id();
    LocalDate exam = LocalDate.of(2999, 12, 3);
    var terms = new Assignments.Terms(null, clock.instant().plus(Duration.ofDays(3)), null);
    return List.of(
        who -> cohorts.require(who, id),
        who -> cohorts.rename(who, id, "Renamed"),
        who -> cohorts.renewCode(who, id),
        who -> dashboards.of(who, id),
        who -> dashboards.learner(who, id, learner.id()),
        who -> dashboards.reports(who, id),
        who ->
            nudges.dismiss(who, id, learner.id(), Nudge.Kind.NOT_STARTED, Nudge.Level.ACT, "Ill"),
        who -> nudges.note(who, id, learner.id(), Nudge.Kind.NOT_STARTED, "Well again"),
        who -> nudges.dismissed(who, id),
        who -> statistics.of(who, id, quiz, AttemptSelection.FIRST, null),
        who -> exams.set(who, id, quiz, exam),
        who -> exams.of(who, id),
        who -> exams.remove(who, id, quiz),
        who -> assignments.assign(who, id, quiz, terms),
        who -> assignments.of(who, id),
        who ->
            assignments.extend(
                who, id, quiz, learner.id(), clock.instant().plus(Duration.ofDays(9))),
        who -> assignments.withdraw(who, id, quiz),
        who -> cohorts.removeMember(who, id, learner.id()),
        who -> cohorts.removed(who, id),
        who -> rosters.preview(who, id, "Ann,ann".getBytes(UTF_8)),
        who -> cohorts.allowBack(who, id, learner.id()),
        who -> cohorts.archive(who, id));
  }
}
