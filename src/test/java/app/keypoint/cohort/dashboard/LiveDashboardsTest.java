package app.keypoint.cohort.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.LiveDashboards.Change;
import app.keypoint.cohort.dashboard.LiveDashboards.Changes;
import app.keypoint.cohort.dashboard.LiveDashboards.Opened;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.SqlRecorder;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What open dashboards hear of answers, and what that costs. */
@ServiceTest
@Tag("database")
class LiveDashboardsTest {

  private static final Duration FRESH = Duration.ofMillis(510);

  /** Statements that ask whether anything has changed. */
  private static final int LOOK = 2;

  private static final int MANY = 50;

  @Autowired LiveDashboards live;
  @Autowired CohortInstructors instructors;
  @Autowired Cohorts cohorts;
  @Autowired Nudges nudges;
  @Autowired Memberships memberships;
  @Autowired QuizTaking taking;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;

  /** The clock of who looks: a quarter of an hour that begins is told as a change. */
  private final Instant still = Instant.now();

  Account owner;
  Account learner;
  Account other;
  Cohort cohort;
  Quiz quiz;

  @BeforeEach
  void aCohort() {
    owner = fixtures.instructor();
    learner = fixtures.learner();
    other = fixtures.learner();
    quiz = catalogue.quizzes().getFirst();
    fixtures.signIn(owner);
    cohort = cohorts.create(owner.id(), "Seminar");
    String code = cohort.joinCode().toString();
    fixtures.as(learner, () -> memberships.join(learner.id(), code));
    fixtures.as(other, () -> memberships.join(other.id(), code));
  }

  @Test
  void anAnswerIsTold_withTheRowOfWhoGaveIt() {
    Changes changes = open().changes();
    assertThat(later(changes)).as("nothing happened").isEmpty();
    finishQuiz();
    assertThat(later(changes))
        .hasValueSatisfying(
            change -> {
              assertThat(change.dashboard().finished()).isEqualTo(1);
              assertThat(change.reviews().get(learner.id()).getLast())
                  .as("answers of this week")
                  .isEqualTo(quiz.questions().size());
              assertThat(change.members())
                  .singleElement()
                  .satisfies(
                      member -> {
                        assertThat(member.learnerId()).isEqualTo(learner.id());
                        assertThat(member.masteryOf(quiz)).hasSameSizeAs(quiz.keyPoints());
                        assertThat(member.standingOf(quiz).finished()).isEqualTo(1);
                      });
            });
    assertThat(later(changes)).as("told once").isEmpty();
  }

  @Test
  void somebodyJoiningAndLeavingIsTold() {
    Changes changes = open().changes();
    Account third = fixtures.learner();
    fixtures.as(third, () -> memberships.join(third.id(), cohort.joinCode().toString()));
    assertThat(later(changes)).map(change -> change.dashboard().members().size()).hasValue(3);
    cohorts.removeMember(owner.id(), cohort.id(), third.id());
    assertThat(later(changes)).map(change -> change.dashboard().members().size()).hasValue(2);
  }

  @Test
  void aNudgeThatAColleagueDismissesIsTold_readOnceForAllWhoWatch() {
    Account colleague = fixtures.instructor();
    instructors.add(owner.id(), cohort.id(), colleague.username());
    List<Changes> many = IntStream.range(0, MANY).mapToObj(_ -> open().changes()).toList();
    assertThat(later(many.getFirst())).as("nothing happened").isEmpty();
    dismiss(colleague, "Is ill");
    await();
    int one = statements(many.subList(0, 1));
    assertThat(statements(many.subList(1, MANY - 1)))
        .as("what the others cost, a look if the first took long")
        .isLessThanOrEqualTo(LOOK);
    assertThat(one).isGreaterThan(LOOK);
    assertThat(look(many.getLast()))
        .hasValueSatisfying(
            change ->
                assertThat(change.dismissed())
                    .singleElement()
                    .satisfies(each -> assertThat(each.note()).isEqualTo("Is ill")));
    finishQuiz();
    assertThat(later(many.getLast()))
        .hasValueSatisfying(change -> assertThat(change.dismissed()).as("as it was").isNull());
    fixtures.as(
        colleague,
        () ->
            nudges.note(
                colleague.id(), cohort.id(), learner.id(), Nudge.Kind.NOT_STARTED, "Is back"));
    assertThat(later(many.getLast()))
        .hasValueSatisfying(
            change ->
                assertThat(change.dismissed())
                    .singleElement()
                    .satisfies(each -> assertThat(each.note()).isEqualTo("Is back")));
  }

  @Test
  void aNoteRewrittenAtTheSameInstantOrByASlowerClockIsTold() {
    Account colleague = fixtures.instructor();
    instructors.add(owner.id(), cohort.id(), colleague.username());
    Instant now = still;
    SimulatedTime.at(now, () -> dismiss(colleague, other, "Is away"));
    SimulatedTime.at(now.minusSeconds(60), () -> dismiss(colleague, learner, "Is ill"));
    Changes changes = open().changes();
    note(colleague, now.minusSeconds(60), "the same instant");
    assertThat(notes(changes)).containsExactlyInAnyOrder("Is away", "the same instant");
    note(colleague, now.minusSeconds(90), "a slower clock");
    assertThat(notes(changes)).containsExactlyInAnyOrder("Is away", "a slower clock");
    SimulatedTime.at(
        now.minusSeconds(120), () -> dismiss(colleague, learner, "dismissed once more"));
    assertThat(notes(changes)).containsExactlyInAnyOrder("Is away", "dismissed once more");
    assertThat(later(changes)).as("nothing more").isEmpty();
  }

  private void note(Account colleague, Instant at, String note) {
    SimulatedTime.at(
        at,
        () ->
            fixtures.as(
                colleague,
                () ->
                    nudges.note(
                        colleague.id(), cohort.id(), learner.id(), Nudge.Kind.NOT_STARTED, note)));
  }

  private List<String> notes(Changes changes) {
    return later(changes).orElseThrow().dismissed().stream().map(Nudges.Dismissed::note).toList();
  }

  private void dismiss(Account colleague, String note) {
    dismiss(colleague, learner, note);
  }

  private void dismiss(Account colleague, Account whom, String note) {
    fixtures.as(
        colleague,
        () ->
            nudges.dismiss(
                colleague.id(),
                cohort.id(),
                whom.id(),
                Nudge.Kind.NOT_STARTED,
                Nudge.Level.ACT,
                note));
  }

  @Test
  @Tag("slow")
  void fiftyWatchersCostWhatOneCosts_andNobodyCostsNothing() {
    List<Changes> one = List.of(open().changes());
    await();
    int idle = statements(one);
    List<Changes> many = IntStream.range(0, MANY).mapToObj(_ -> open().changes()).toList();
    await();
    assertThat(statements(many)).as("nothing happened").isEqualTo(idle).isLessThanOrEqualTo(2);
    assertThat(statements(many)).as("within the same moment").isLessThanOrEqualTo(LOOK);

    finishQuiz();
    await();
    int changed = statements(many);
    assertThat(later(one.getFirst())).isPresent();
    finishQuiz();
    await();
    assertThat(statements(one)).as("the same, by one").isEqualTo(changed);
    assertThat(changed).as("a page's figures and the row that changed").isLessThanOrEqualTo(26);
  }

  @Test
  void anAnswerCostsTheSameWhoeverWatches() {
    finishQuiz(); // Cards are made by the first.
    int before = statementsOfAnAttempt();
    var unused = open();
    assertThat(statementsOfAnAttempt()).isEqualTo(before);
  }

  @Test
  void whoMayNotLookAnyMoreHearsNothing() {
    Account colleague = fixtures.instructor();
    instructors.add(owner.id(), cohort.id(), colleague.username());
    Changes changes =
        fixtures.as(colleague, () -> live.open(colleague.id(), cohort.id())).changes();
    instructors.remove(owner.id(), cohort.id(), colleague.username());
    finishQuiz();
    await();
    assertThatThrownBy(changes::next).isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> fixtures.as(colleague, () -> live.open(colleague.id(), cohort.id())))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void aDeletedCohortIsGone() {
    Changes changes = open().changes();
    cohorts.delete(owner.id(), cohort.id());
    await();
    assertThatThrownBy(changes::next).isInstanceOf(GoneException.class);
  }

  private Opened open() {
    return Studying.at(still, () -> live.open(owner.id(), cohort.id()));
  }

  private void finishQuiz() {
    fixtures.as(
        learner,
        () -> QuizAttempts.take(taking, learner.id(), quiz.id(), 0, Duration.ofSeconds(3)));
  }

  private int statementsOfAnAttempt() {
    return SqlRecorder.statementsOf(
            () -> {
              finishQuiz();
              return "";
            })
        .size();
  }

  private int statements(List<Changes> watchers) {
    return SqlRecorder.statementsOf(() -> watchers.stream().map(this::look).toList()).size();
  }

  private Optional<Change> later(Changes changes) {
    await();
    return look(changes);
  }

  private Optional<Change> look(Changes changes) {
    return Studying.at(still, changes::next);
  }

  /** Until what was seen a moment ago is not fresh any more. */
  private static void await() {
    try {
      TimeUnit.MILLISECONDS.sleep(FRESH.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
