package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.audit.AuditKind;
import app.keypoint.cohort.LearnerHistories.Attempted;
import app.keypoint.cohort.LearnerHistories.History;
import app.keypoint.cohort.LearnerNotes.Note;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What instructors write about a member, and what they read of what the member did. */
@ServiceTest
class LearnerNotesTest {

  @Autowired LearnerNotes notes;
  @Autowired LearnerHistories histories;
  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired Memberships memberships;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking taking;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;

  Account instructor;
  Account learner;
  Cohort cohort;

  @BeforeEach
  void aCohort() {
    instructor = fixtures.instructor();
    learner = fixtures.learner();
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
  }

  @Test
  void theCohortsInstructorsReadThemAndNobodyElse() {
    Account colleague = fixtures.instructor();
    instructors.add(instructor.id(), cohort.id(), colleague.username());
    notes.write(instructor.id(), cohort.id(), learner.id(), "  Spoke with them. ");
    fixtures.as(
        colleague,
        () -> {
          notes.write(colleague.id(), cohort.id(), learner.id(), "Wants more time.");
          assertThat(notes.of(colleague.id(), cohort.id(), learner.id()))
              .extracting(Note::text, Note::author)
              .containsExactly(
                  org.assertj.core.groups.Tuple.tuple("Wants more time.", colleague.displayName()),
                  org.assertj.core.groups.Tuple.tuple(
                      "Spoke with them.", instructor.displayName()));
        });
    assertThat(fixtures.as(learner, () -> memberships.of(learner.id())))
        .as("the learner is told how many there are")
        .extracting(Memberships.Membership::notes)
        .containsExactly(2);
    Account other = fixtures.instructor();
    fixtures.as(
        other,
        () -> {
          Cohort theirs = cohorts.create(other.id(), "Another");
          fixtures.as(learner, () -> memberships.join(learner.id(), theirs.joinCode().toString()));
          assertThat(notes.of(other.id(), theirs.id(), learner.id())).isEmpty();
          assertThatThrownBy(() -> notes.of(other.id(), cohort.id(), learner.id()))
              .isInstanceOf(GoneException.class);
          assertThatThrownBy(() -> notes.write(other.id(), cohort.id(), learner.id(), "x"))
              .isInstanceOf(GoneException.class);
          // A note of another cohort is not there to be removed.
          long note =
              jdbc.queryForObject(
                  "select min(id) from learner_note where cohort_id = ?", Long.class, cohort.id());
          notes.remove(other.id(), theirs.id(), learner.id(), note);
        });
    assertThat(notes.of(instructor.id(), cohort.id(), learner.id())).hasSize(2);
    notes.remove(
        instructor.id(),
        cohort.id(),
        learner.id(),
        notes.of(instructor.id(), cohort.id(), learner.id()).getLast().id());
    assertThat(notes.of(instructor.id(), cohort.id(), learner.id()))
        .extracting(Note::text)
        .containsExactly("Wants more time.");
  }

  @Test
  void theyAreBoundedAndEndWithTheMembership() {
    assertThatThrownBy(
            () ->
                notes.write(
                    instructor.id(),
                    cohort.id(),
                    learner.id(),
                    "x".repeat(LearnerNotes.MAX_NOTE + 1)))
        .isInstanceOf(ConstraintViolationException.class);
    assertThatThrownBy(() -> notes.write(instructor.id(), cohort.id(), learner.id(), "  "))
        .isInstanceOf(ConstraintViolationException.class);
    for (int i = 0; i < LearnerNotes.MAX_NOTES; i++) {
      notes.write(instructor.id(), cohort.id(), learner.id(), "Note " + i);
    }
    assertThatThrownBy(() -> notes.write(instructor.id(), cohort.id(), learner.id(), "One more"))
        .isInstanceOf(IllegalStateException.class);
    fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id()));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from learner_note where learner_id = ?",
                Integer.class,
                learner.id()))
        .isZero();
    assertThatThrownBy(() -> notes.of(instructor.id(), cohort.id(), learner.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void eachAttemptIsReadWithEveryAnswerAndTheLookIsRecorded() {
    String quiz = catalogue.quizzes().getFirst().id();
    fixtures.as(
        learner, () -> QuizAttempts.take(taking, learner.id(), quiz, 1, Duration.ofSeconds(3)));
    jdbc.update(
        "update attempt_item set confidence = 'SURE' where attempt_id in"
            + " (select id from attempt where learner_id = ?)",
        learner.id());
    History history = histories.of(instructor.id(), cohort.id(), learner.id());
    assertThat(history.days()).hasSize(1);
    LearnerHistories.Past past = history.attempts().getFirst();
    assertThat(past.state()).isEqualTo(Attempt.State.FINISHED);
    Attempted attempted = histories.attempt(instructor.id(), cohort.id(), learner.id(), past.id());
    assertThat(attempted.attempt().items()).allMatch(item -> item.answer() != null);
    assertThat(attempted.attempt().confidence().answers()).as("how sure they were").isZero();
    assertThat(attempted.attempt().score()).isEqualTo(past.marks());
    assertThat(looks()).isEqualTo(2);

    Account other = fixtures.learner();
    fixtures.as(other, () -> memberships.join(other.id(), cohort.joinCode().toString()));
    assertThatThrownBy(() -> histories.attempt(instructor.id(), cohort.id(), other.id(), past.id()))
        .as("an attempt of somebody else")
        .isInstanceOf(GoneException.class);
    fixtures.as(learner, () -> memberships.leave(learner.id(), cohort.id()));
    assertThatThrownBy(() -> histories.of(instructor.id(), cohort.id(), learner.id()))
        .isInstanceOf(GoneException.class);
  }

  private Integer looks() {
    return jdbc.queryForObject(
        "select count(*) from audit_entry where kind = ? and subject = ?",
        Integer.class,
        AuditKind.LEARNER_VIEWED.name(),
        learner.username());
  }
}
