package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.practice.Exam;
import app.keypoint.practice.Exams;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.SimulatedTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instructor names the days for which a cohort prepares. */
@ServiceTest
class CohortExamsTest {

  @Autowired CohortExams cohortExams;
  @Autowired Exams exams;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired Clock clock;

  Account instructor;
  Account learner;
  Cohort cohort;
  String quiz;
  LocalDate today;

  @BeforeEach
  void aCohortWithALearner() {
    instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    learner = fixtures.learner();
    cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    quiz = catalogue.quizzes().getFirst().id();
    today = instructor.calendar().dayOf(clock.instant());
  }

  @Test
  void anExamIsNamedMovedAndCalledOff() {
    set(today.plusDays(1));
    assertThat(days()).containsOnly(entry(quiz, today.plusDays(1)));
    set(today.plusDays(9));
    assertThat(days()).containsOnly(entry(quiz, today.plusDays(9)));
    cohortExams.remove(instructor.id(), cohort.id(), quiz);
    assertThat(days()).isEmpty();
    cohortExams.remove(instructor.id(), cohort.id(), quiz); // twice is no error
  }

  @Test
  void anExamLiesAhead() {
    assertThatThrownBy(() -> set(today)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set(today.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    assertThat(days()).isEmpty();
  }

  @Test
  void anExamIsOnAQuizThatIsServed() {
    assertThatThrownBy(
            () -> cohortExams.set(instructor.id(), cohort.id(), "no-such", today.plusDays(1)))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void aPastExamStaysKnownButIsNoLongerPreparedFor() {
    set(today.plusDays(2));
    Instant after = clock.instant().plus(Duration.ofDays(3));
    SimulatedTime.at(
        after,
        () -> {
          assertThat(days()).containsOnly(entry(quiz, today.plusDays(2)));
          assertThat(fixtures.as(learner, () -> exams.of(learner))).isEmpty();
        });
  }

  @Test
  void aMemberPreparesForItUnderTheCohortsName() {
    set(today.plusDays(9));
    assertThat(fixtures.as(learner, () -> exams.of(learner)))
        .singleElement()
        .satisfies(
            exam -> {
              assertThat(exam.quizId()).isEqualTo(quiz);
              assertThat(exam.day()).isEqualTo(today.plusDays(9));
              assertThat(exam.cohort()).isEqualTo("Seminar");
            });
    assertThat(others()).isEmpty();
  }

  @Test
  void ownAndAssignedExamsStandSideBySide() {
    set(today.plusDays(9));
    fixtures.as(learner, () -> exams.set(learner, quiz, today.plusDays(4)));
    assertThat(fixtures.as(learner, () -> exams.of(learner)))
        .extracting(Exam::cohort)
        .containsExactly(null, "Seminar");
    fixtures.as(learner, () -> exams.remove(learner, quiz));
    assertThat(fixtures.as(learner, () -> exams.of(learner)))
        .extracting(Exam::cohort)
        .containsExactly("Seminar");
  }

  @Test
  void whoLeavesOrIsRemovedIsNoLongerAskedToPrepare() {
    set(today.plusDays(9));
    fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id()));
    assertThat(fixtures.as(learner, () -> exams.of(learner))).isEmpty();
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    assertThat(fixtures.as(learner, () -> exams.of(learner))).hasSize(1);
    cohorts.removeMember(instructor.id(), cohort.id(), learner.id());
    assertThat(fixtures.as(learner, () -> exams.of(learner))).isEmpty();
  }

  @Test
  void aCohortThatIsDeletedTakesItsExamsWithIt() {
    set(today.plusDays(9));
    cohorts.delete(instructor.id(), cohort.id());
    assertThat(fixtures.as(learner, () -> exams.of(learner))).isEmpty();
  }

  private List<Exam> others() {
    Account other = fixtures.learner();
    return fixtures.as(other, () -> exams.of(other));
  }

  private void set(LocalDate day) {
    cohortExams.set(instructor.id(), cohort.id(), quiz, day);
  }

  private Map<String, LocalDate> days() {
    return cohortExams.of(instructor.id(), cohort.id());
  }
}
