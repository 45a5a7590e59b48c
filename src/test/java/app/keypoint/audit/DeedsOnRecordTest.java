package app.keypoint.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.Role;
import app.keypoint.identity.signin.SignedIn;
import app.keypoint.identity.signin.SignedIn.Means;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/**
 * What features do that has to be answered for is in the log, with the names of those concerned.
 */
@ServiceTest
class DeedsOnRecordTest {

  @Autowired AccountAdministration administration;
  @Autowired AccountSettings settings;
  @Autowired Accounts accounts;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Dashboards dashboards;
  @Autowired ReviewHistory history;
  @Autowired AuditSearch log;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @Autowired Drafts drafts;
  @Autowired Sharing sharing;
  @Autowired QuizFiles files;
  @Autowired Assignments assignments;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;

  private Account administrator;
  private Account learner;

  @BeforeEach
  void people() {
    learner = fixtures.learner();
    administrator = fixtures.account(Role.ADMINISTRATOR, learner.calendar());
  }

  @Test
  void whatAdministratorsDoToAccounts() {
    as(administrator);
    administration.changeRole(learner.id(), Role.INSTRUCTOR);
    administration.changeRole(learner.id(), Role.INSTRUCTOR);
    administration.setEnabled(learner.id(), false);
    administration.setEnabled(learner.id(), true);
    administration.resetPassword(learner.id());
    assertThat(told(learner))
        .containsExactly(
            "PASSWORD_RESET by administrator",
            "SWITCHED_ON by administrator",
            "SWITCHED_OFF by administrator",
            "ROLE_CHANGED by administrator: INSTRUCTOR",
            "ACCOUNT_CREATED by null: LEARNER");
  }

  @Test
  void whatPeopleDoToTheirOwn() {
    as(learner);
    settings.changePassword(learner.id(), Fixtures.PASSWORD, "another horse battery");
    events.publishEvent(new SignedIn(learner.id(), clock.instant(), Means.PASSKEY));
    assertThat(told(learner).subList(0, 2))
        .containsExactly("SIGNED_IN by learner: PASSKEY", "PASSWORD_CHANGED by learner");
  }

  @Test
  void aWrongPasswordForAChange() {
    as(learner);
    assertThatThrownBy(
            () -> settings.changePassword(learner.id(), "a guess 4711", "another horse battery"))
        .isInstanceOf(InvalidInput.class);
    assertThat(told(learner).getFirst()).isEqualTo("PASSWORD_REFUSED by learner");
  }

  @Test
  void historiesBroughtAndTakenBack() {
    PastAnswer answer =
        new PastAnswer(
            "elsewhere",
            Instant.parse("2026-03-01T12:00:00Z"),
            LocalDate.of(2026, 3, 1),
            3,
            null,
            null);
    history.add(learner, List.of(answer));
    history.takeBack(learner, history.imports(learner.id()).getFirst().id());
    assertThat(told(learner).subList(0, 2))
        .containsExactly("IMPORT_TAKEN_BACK by learner: 1", "HISTORY_IMPORTED by learner: 1");
  }

  @Test
  void whatHappensInCohorts() {
    Account instructor = fixtures.instructor();
    as(instructor);
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    String code = cohorts.renewCode(instructor.id(), cohort.id()).toString();
    as(learner);
    memberships.join(learner.id(), code);
    memberships.join(learner.id(), code);
    memberships.leave(learner.id(), cohort.id());
    memberships.join(learner.id(), code);
    as(instructor);
    dashboards.of(instructor.id(), cohort.id());
    dashboards.learner(instructor.id(), cohort.id(), learner.id());
    cohorts.removeMember(instructor.id(), cohort.id(), learner.id());
    cohorts.rename(instructor.id(), cohort.id(), "Course");
    cohorts.rename(instructor.id(), cohort.id(), "Course");
    cohorts.rename(instructor.id(), cohort.id(), "Seminar");
    cohorts.archive(instructor.id(), cohort.id());
    cohorts.archive(instructor.id(), cohort.id());
    cohorts.bringBack(instructor.id(), cohort.id());
    cohorts.delete(instructor.id(), cohort.id());
    assertThat(told(learner))
        .startsWith(
            "MEMBER_REMOVED by instructor: Seminar",
            "LEARNER_VIEWED by instructor: Seminar",
            "MEMBER_JOINED by learner: Seminar",
            "MEMBER_LEFT by learner: Seminar",
            "MEMBER_JOINED by learner: Seminar")
        .hasSize(6);
    assertThat(told(instructor))
        .contains(
            "COHORT_DELETED by instructor: Seminar",
            "COHORT_BROUGHT_BACK by instructor: Seminar",
            "COHORT_ARCHIVED by instructor: Seminar",
            "COHORT_RENAMED by instructor: Seminar ← Course",
            "COHORT_RENAMED by instructor: Course ← Seminar",
            "JOIN_CODE_RENEWED by instructor: Seminar",
            "COHORT_CREATED by instructor: Seminar");
  }

  @Test
  void whatAuthorsDo() {
    Account author = fixtures.instructor();
    Account colleague = fixtures.instructor();
    long id = author.id();
    as(author);
    Cohort cohort = cohorts.create(id, "Seminar");
    String quiz = drafts.create(id, "Bees").id();
    sharing.share(id, quiz, colleague.username(), Right.USE);
    sharing.openToEveryone(id, quiz, true);
    sharing.openToEveryone(id, quiz, true);
    sharing.openToEveryone(id, quiz, false);
    sharing.openToCohort(id, quiz, cohort.id(), true);
    sharing.openToCohort(id, quiz, cohort.id(), true);
    sharing.openToCohort(id, quiz, cohort.id(), false);
    files.download(id, quiz);
    sharing.unshare(id, quiz, colleague.username());
    assertThat(told(author))
        .startsWith(
            "QUIZ_UNSHARED by instructor: Bees",
            "EXPORTED by instructor: Bees",
            "QUIZ_CLOSED by instructor: Seminar: Bees",
            "QUIZ_OPENED by instructor: Seminar: Bees",
            "QUIZ_CLOSED by instructor: Bees",
            "QUIZ_OPENED by instructor: Bees",
            "QUIZ_SHARED by instructor: Bees",
            "COHORT_CREATED by instructor: Seminar");
    assertThat(told(colleague))
        .startsWith("QUIZ_UNSHARED by instructor: Bees", "QUIZ_SHARED by instructor: Bees");
  }

  @Test
  void anotherDeadlineForOneLearner() {
    Account instructor = fixtures.instructor();
    long id = instructor.id();
    as(instructor);
    Cohort cohort = cohorts.create(id, "Seminar");
    as(learner);
    memberships.join(learner.id(), cohort.joinCode().toString());
    as(instructor);
    Quiz quiz = catalogue.quizzes().getFirst();
    Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(3));
    assignments.assign(id, cohort.id(), quiz.id(), new Assignments.Terms(null, due, null));
    Instant later = due.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES);
    assignments.extend(id, cohort.id(), quiz.id(), learner.id(), null);
    assignments.extend(id, cohort.id(), quiz.id(), learner.id(), later);
    assignments.extend(id, cohort.id(), quiz.id(), learner.id(), later);
    assignments.extend(id, cohort.id(), quiz.id(), learner.id(), null);
    assertThat(told(learner))
        .startsWith(
            "EXTENSION_ENDED by instructor: Seminar: " + quiz.title(),
            "DEADLINE_EXTENDED by instructor: " + later + ", Seminar: " + quiz.title(),
            "MEMBER_JOINED by learner: Seminar");
  }

  private List<String> told(Account about) {
    as(administrator);
    return log.page(new AuditSearch.Filter(about.username(), null, null, null), 0, 100).stream()
        .map(
            entry ->
                entry.kind()
                    + " by "
                    + (entry.actor() == null ? null : entry.actor().replaceFirst("-.*", ""))
                    + (entry.detail().isEmpty() ? "" : ": " + entry.detail()))
        .toList();
  }

  private void as(Account account) {
    fixtures.signIn(account);
  }
}
