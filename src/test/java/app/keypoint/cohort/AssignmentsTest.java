package app.keypoint.cohort;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cohort.Assignments.Assignment;
import app.keypoint.cohort.Assignments.Standing;
import app.keypoint.cohort.Assignments.Terms;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.AssignedQuizzes;
import app.keypoint.quiz.AssignedQuizzes.Assigned;
import app.keypoint.quiz.Deadline.State;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instructor asks a cohort to finish a quiz by a time. */
@ServiceTest
class AssignmentsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T17:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired Assignments assignments;
  @Autowired AssignedQuizzes assigned;
  @Autowired LearnerHistories histories;
  @Autowired Cohorts cohorts;
  @Autowired Dashboards dashboards;
  @Autowired Memberships memberships;
  @Autowired QuizTaking taking;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;

  Account instructor;
  Account learner;
  Cohort cohort;
  Quiz quiz;

  @BeforeEach
  void aCohortWithALearner() {
    instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    learner = joined();
    quiz = catalogue.quizzes().getFirst();
  }

  @Test
  void aLearnerSeesWhatIsAskedAndTheInstructorWhoDidIt() {
    assign(new Terms(MONDAY.plus(DAY), FRIDAY, null));
    assertThat(ofLearner(MONDAY))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.quizId()).isEqualTo(quiz.id());
              assertThat(each.cohort()).isEqualTo("Seminar");
              assertThat(each.deadline().due()).isEqualTo(FRIDAY);
              assertThat(each.deadline().state(MONDAY)).isEqualTo(State.AHEAD);
              assertThat(each.deadline().state(FRIDAY)).isEqualTo(State.OPEN);
              assertThat(each.deadline().state(FRIDAY.plusSeconds(1))).isEqualTo(State.LATE);
            });
    finish(MONDAY.plus(DAY), 0);
    assertThat(standing().deadline().done()).isEqualTo(MONDAY.plus(DAY));
    assertThat(standing().deadline().state(FRIDAY.plus(DAY))).isEqualTo(State.DONE);
    assertThat(assignment().count(FRIDAY, State.DONE, State.DONE_LATE)).isEqualTo(1);
  }

  @Test
  void whatIsDoneAfterItsTimeIsLate_andStaysInSightForAWeek() {
    assign(new Terms(null, FRIDAY, null));
    Instant sunday = FRIDAY.plus(Duration.ofDays(2));
    assertThat(ofLearner(FRIDAY.plus(Duration.ofDays(60)))).hasSize(1);
    finish(sunday, 0);
    assertThat(standing().deadline().state(sunday)).isEqualTo(State.DONE_LATE);
    assertThat(ofLearner(FRIDAY.plus(Duration.ofDays(6)))).hasSize(1);
    assertThat(ofLearner(FRIDAY.plus(Duration.ofDays(8)))).isEmpty();
  }

  @Test
  void whoJoinsAfterItWasDueIsAskedForItNowhere_unlessTheyDidIt() {
    assign(new Terms(null, FRIDAY, null));
    Account early = learner;
    learner = joined(FRIDAY.plus(DAY));
    Instant later = FRIDAY.plus(Duration.ofDays(2));
    assertThat(assignment().count(later, State.LATE)).isEqualTo(1);
    assertThat(assignment().learners()).extracting(Standing::learnerId).containsExactly(early.id());
    assertThat(ofLearner(later)).isEmpty();
    assertThat(history(later)).isEmpty();
    finish(later, 0);
    assertThat(standing().deadline().state(later)).isEqualTo(State.DONE_LATE);
    assertThat(ofLearner(later)).hasSize(1);
    assertThat(history(later)).hasSize(1);
    learner = early;
    assertThat(ofLearner(later)).hasSize(1);
    assertThat(history(later)).hasSize(1);
  }

  @Test
  void whoJoinsAfterItWasDueCanBeGivenTime_andIsAskedByThat() {
    assign(new Terms(null, FRIDAY, null));
    Account early = learner;
    Instant saturday = FRIDAY.plus(DAY);
    learner = joined(saturday);
    assertThat(assignment().newcomers())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.learnerId()).isEqualTo(learner.id());
              assertThat(each.joined()).isEqualTo(saturday);
            });
    assertThatThrownBy(() -> extend(FRIDAY.plusSeconds(60), saturday))
        .as("past already")
        .isInstanceOf(IllegalArgumentException.class);
    Instant wednesday = FRIDAY.plus(Duration.ofDays(5));
    extend(wednesday, saturday);
    extend(wednesday, wednesday.plus(DAY)); // saved again as it is, though it has passed
    assertThat(assignment().newcomers()).isEmpty();
    assertThat(standing().deadline().due()).isEqualTo(wednesday);
    assertThat(standing().deadline().state(wednesday)).isEqualTo(State.OPEN);
    assertThat(standing().deadline().state(wednesday.plusSeconds(1))).isEqualTo(State.LATE);
    assertThat(ofLearner(saturday))
        .singleElement()
        .satisfies(each -> assertThat(each.deadline().due()).isEqualTo(wednesday));
    assertThat(history(saturday)).hasSize(1);
    assertThat(late(wednesday.plus(DAY))).contains(learner.id(), early.id());
    assertThat(late(saturday)).doesNotContain(learner.id()).contains(early.id());
    extend(null);
    assertThat(assignment().newcomers()).hasSize(1);
    assertThat(ofLearner(saturday)).isEmpty();
  }

  /** Whom the cohort's page calls late. */
  private List<Long> late(Instant when) {
    return at(
        when,
        () ->
            dashboards.of(instructor.id(), cohort.id()).members().stream()
                .filter(
                    member ->
                        member.nudges().stream()
                            .anyMatch(nudge -> nudge.kind() == Nudge.Kind.ASSIGNMENT_LATE))
                .map(Dashboard.Member::learnerId)
                .toList());
  }

  private List<LearnerHistories.AssignedQuiz> history(Instant when) {
    return at(when, () -> histories.of(instructor.id(), cohort.id(), learner.id()).assignments());
  }

  @Test
  void onlyTheWantedScoreCounts() {
    assign(new Terms(null, FRIDAY, 1.0));
    finish(MONDAY, 1);
    assertThat(standing().deadline().done()).isNull();
    finish(MONDAY.plus(DAY), 0);
    assertThat(standing().deadline().done()).isEqualTo(MONDAY.plus(DAY));
  }

  @Test
  void anExtensionIsForOneLearnerAlone() {
    Account other = joined();
    assign(new Terms(null, FRIDAY, null));
    Instant later = FRIDAY.plus(DAY);
    extend(later);
    assertThat(ofLearner(MONDAY).getFirst().deadline().due()).isEqualTo(later);
    assertThat(standing().deadline().extended()).isTrue();
    assertThat(
            fixtures
                .as(other, () -> at(MONDAY, () -> assigned.of(other.id())))
                .getFirst()
                .deadline()
                .due())
        .isEqualTo(FRIDAY);
    extend(later.plus(DAY));
    assertThat(ofLearner(MONDAY).getFirst().deadline().due()).isEqualTo(later.plus(DAY));
    assertThatThrownBy(() -> extend(FRIDAY)).isInstanceOf(IllegalArgumentException.class);
    extend(null);
    assertThat(ofLearner(MONDAY).getFirst().deadline().due()).isEqualTo(FRIDAY);
  }

  @Test
  void moreTimeForAllTakesInTheExtension_andLeavingEndsIt() {
    assign(new Terms(null, FRIDAY, null));
    extend(FRIDAY.plus(DAY));
    assign(new Terms(null, FRIDAY.plus(DAY), null));
    assertThat(standing().deadline().extended()).isFalse();
    extend(FRIDAY.plus(Duration.ofDays(3)));
    fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id()));
    assertThat(ofLearner(MONDAY)).isEmpty();
    join(learner, MONDAY);
    assertThat(standing().deadline().extended()).isFalse();
  }

  @Test
  void itsTimeLiesAheadUnlessItWasSetBefore() {
    assertThatThrownBy(() -> assign(new Terms(null, MONDAY, null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Terms(FRIDAY.plusSeconds(1), FRIDAY, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Terms(null, FRIDAY, 1.2))
        .isInstanceOf(IllegalArgumentException.class);
    assign(new Terms(null, FRIDAY, null));
    at(
        FRIDAY.plus(DAY),
        () -> {
          assignments.assign(instructor.id(), cohort.id(), quiz.id(), new Terms(null, FRIDAY, 0.5));
          return true;
        });
    assertThat(assignment().terms().wanted()).isEqualTo(0.5);
  }

  @Test
  void whatIsWithdrawnIsAskedNoMore_andGoesWithItsCohort() {
    assign(new Terms(null, FRIDAY, null));
    extend(FRIDAY.plus(DAY));
    assignments.withdraw(instructor.id(), cohort.id(), quiz.id());
    assignments.withdraw(instructor.id(), cohort.id(), quiz.id()); // twice is no error
    assertThat(ofLearner(MONDAY)).isEmpty();
    assign(new Terms(null, FRIDAY, null));
    extend(FRIDAY.plus(DAY));
    cohorts.delete(instructor.id(), cohort.id());
    assertThat(ofLearner(MONDAY)).isEmpty();
  }

  @Test
  void othersAreTurnedAway() {
    Account stranger = fixtures.learner();
    assign(new Terms(null, FRIDAY, null));
    assertThatThrownBy(
            () ->
                assignments.extend(
                    instructor.id(), cohort.id(), quiz.id(), stranger.id(), FRIDAY.plus(DAY)))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(
            () ->
                at(
                    MONDAY,
                    () -> {
                      assignments.assign(
                          instructor.id(), cohort.id(), "none", new Terms(null, FRIDAY, null));
                      return true;
                    }))
        .isInstanceOf(GoneException.class);
    Account colleague = fixtures.instructor();
    fixtures.signIn(colleague);
    assertThatThrownBy(() -> assignments.of(colleague.id(), cohort.id()))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> assignments.withdraw(colleague.id(), cohort.id(), quiz.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void theNumberOfStatementsDependsOnNeitherLearnersNorAssignments() {
    assign(new Terms(null, FRIDAY, null));
    finish(MONDAY, 0);
    long little = counter.statementsOf(() -> assignments.of(instructor.id(), cohort.id()));
    for (int i = 0; i < 6; i++) {
      learner = joined();
      finish(MONDAY, 0);
    }
    quiz = catalogue.quizzes().get(1);
    assign(new Terms(null, FRIDAY, null));
    extend(FRIDAY.plus(DAY));
    assertThat(counter.statementsOf(() -> assignments.of(instructor.id(), cohort.id())))
        .isEqualTo(little)
        .isLessThanOrEqualTo(8);
  }

  private void assign(Terms terms) {
    at(
        MONDAY,
        () -> {
          assignments.assign(instructor.id(), cohort.id(), quiz.id(), terms);
          return true;
        });
  }

  private void extend(Instant due, Instant when) {
    at(
        when,
        () -> {
          extend(due);
          return true;
        });
  }

  private void extend(Instant due) {
    assignments.extend(instructor.id(), cohort.id(), quiz.id(), learner.id(), due);
  }

  private List<Assigned> ofLearner(Instant when) {
    return fixtures.as(learner, () -> at(when, () -> assigned.of(learner.id())));
  }

  private Assignment assignment() {
    return assignments.of(instructor.id(), cohort.id()).assignments().getFirst();
  }

  private Standing standing() {
    return assignment().learners().stream()
        .filter(each -> each.learnerId() == learner.id())
        .findFirst()
        .orElseThrow();
  }

  private Account joined() {
    return joined(MONDAY);
  }

  private Account joined(Instant when) {
    Account account = fixtures.learner();
    join(account, when);
    return account;
  }

  private void join(Account account, Instant when) {
    var unused =
        fixtures.as(
            account,
            () -> at(when, () -> memberships.join(account.id(), cohort.joinCode().toString())));
  }

  /** Takes the quiz with so many of its first questions wrong. */
  private void finish(Instant when, int wrong) {
    fixtures.as(
        learner,
        () ->
            SimulatedTime.at(
                when,
                () ->
                    QuizAttempts.take(
                        taking, learner.id(), quiz.id(), wrong, Duration.ofSeconds(9))));
  }
}
