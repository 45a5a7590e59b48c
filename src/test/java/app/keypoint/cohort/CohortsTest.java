package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.JoinCodes;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ServiceTest
class CohortsTest {

  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired JoinCodes joinCodes;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;

  Account instructor;
  Account learner;

  @BeforeEach
  void people() {
    instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    learner = fixtures.learner();
  }

  @Test
  void aLearnerJoinsByCodeAndIsCounted() {
    Cohort cohort = cohorts.create(instructor.id(), "  Strategy seminar ");
    Memberships.Membership joined =
        fixtures.as(
            learner,
            () -> memberships.join(learner.id(), cohort.joinCode().toString().toLowerCase()));

    assertThat(joined.cohort()).isEqualTo("Strategy seminar");
    assertThat(joined.instructors()).containsExactly(instructor.displayName());
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).containsExactly(joined);
    assertThat(cohorts.of(instructor.id()))
        .singleElement()
        .extracting(Cohort::name, Cohort::members)
        .containsExactly("Strategy seminar", 1L);
  }

  @Test
  void joiningTwiceChangesNothing() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Memberships.Membership first =
        fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    assertThat(
            fixtures.as(
                learner, () -> memberships.join(learner.id(), cohort.joinCode().toString())))
        .isEqualTo(first);
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(1);
  }

  @Test
  void registrationFindsAndEntersACohortByItsCode() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    assertThat(joinCodes.cohortNamed(cohort.joinCode().characters())).contains("Seminar");
    joinCodes.enrol(learner.id(), cohort.joinCode().characters());
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).hasSize(1);
  }

  @Test
  void aCodeThatLeadsNowhereIsRefused() {
    assertThat(joinCodes.cohortNamed("222-222")).isEmpty();
    assertThat(joinCodes.cohortNamed("nonsense")).isEmpty();
    assertThatThrownBy(() -> joinCodes.enrol(learner.id(), "222-222"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fixtures.as(learner, () -> memberships.join(learner.id(), "nonsense")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoWasRemovedComesBackOnlyWhenAllowed() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    String code = cohort.joinCode().toString();
    fixtures.as(learner, () -> memberships.join(learner.id(), code));
    cohorts.removeMember(instructor.id(), cohort.id(), learner.id());
    assertThatThrownBy(() -> fixtures.as(learner, () -> memberships.join(learner.id(), code)))
        .isInstanceOf(RemovedMemberException.class);
    nextRequest();
    String fresh = cohorts.renewCode(instructor.id(), cohort.id()).toString();
    assertThatThrownBy(() -> fixtures.as(learner, () -> memberships.join(learner.id(), fresh)))
        .as("a new code neither")
        .isInstanceOf(RemovedMemberException.class);
    nextRequest();
    assertThat(cohorts.removed(instructor.id(), cohort.id()))
        .containsExactly(new Cohorts.Removed(learner.id(), learner.displayName()));
    cohorts.allowBack(instructor.id(), cohort.id(), learner.id());
    assertThat(cohorts.removed(instructor.id(), cohort.id())).isEmpty();
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).isEmpty();
    fixtures.as(learner, () -> memberships.join(learner.id(), fresh));
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).hasSize(1);
  }

  @Test
  void whoLeftMayComeBack() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id()));
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).hasSize(1);
  }

  @Test
  void aRequestWithManyCodesTriesOne() {
    nextRequest();
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    assertThatThrownBy(() -> fixtures.as(learner, () -> memberships.join(learner.id(), "222-222")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                fixtures.as(
                    learner, () -> memberships.join(learner.id(), cohort.joinCode().toString())))
        .isInstanceOf(TooManyAttempts.class);
    nextRequest();
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).hasSize(1);
  }

  @Test
  void codesAreGuessedSlowlyByAnAccount() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () -> fixtures.as(learner, () -> memberships.join(learner.id(), "222-222")))
          .isInstanceOf(IllegalArgumentException.class);
      nextRequest();
    }
    assertThatThrownBy(
            () ->
                fixtures.as(
                    learner, () -> memberships.join(learner.id(), cohort.joinCode().toString())))
        .isInstanceOf(TooManyAttempts.class);
    nextRequest();
    Account neighbour = fixtures.learner();
    fixtures.as(neighbour, () -> memberships.join(neighbour.id(), cohort.joinCode().toString()));
    assertThat(fixtures.as(neighbour, () -> memberships.of(neighbour.id())))
        .as("at the same address")
        .hasSize(1);
  }

  private static void nextRequest() {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
  }

  @Test
  void aRenewedCodeReplacesTheOldOneAndKeepsTheMembers() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    JoinCode renewed = cohorts.renewCode(instructor.id(), cohort.id());

    assertThat(joinCodes.cohortNamed(cohort.joinCode().toString())).isEmpty();
    assertThat(joinCodes.cohortNamed(renewed.toString())).contains("Seminar");
    assertThat(cohorts.require(instructor.id(), cohort.id()).members()).isEqualTo(1);
  }

  @Test
  void aLearnerLeavesOrIsRemoved() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id()));
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).isEmpty();
    assertThatThrownBy(
            () -> fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id())))
        .isInstanceOf(GoneException.class);

    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    cohorts.removeMember(instructor.id(), cohort.id(), learner.id());
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).isEmpty();
    assertThatThrownBy(() -> cohorts.removeMember(instructor.id(), cohort.id(), learner.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void aDeletedCohortIsGoneForItsLearnersToo() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    cohorts.delete(instructor.id(), cohort.id());

    assertThat(cohorts.of(instructor.id())).isEmpty();
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id()))).isEmpty();
    assertThat(joinCodes.cohortNamed(cohort.joinCode().toString())).isEmpty();
  }

  @Test
  void aNameIsNeitherBlankNorEndless() {
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    assertThatThrownBy(() -> cohorts.create(instructor.id(), "  "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cohorts.rename(instructor.id(), cohort.id(), "x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
    cohorts.rename(instructor.id(), cohort.id(), "Seminar, spring");
    assertThat(cohorts.require(instructor.id(), cohort.id()).name()).isEqualTo("Seminar, spring");
  }

  @Test
  void theListCostsOneStatementHoweverLongAndOneForWhoCalls() {
    for (int i = 0; i < 4; i++) {
      cohorts.create(instructor.id(), "Seminar " + i);
    }
    nextRequest();
    assertThat(counter.statementsOf(() -> cohorts.of(instructor.id()))).isEqualTo(2);
  }
}
