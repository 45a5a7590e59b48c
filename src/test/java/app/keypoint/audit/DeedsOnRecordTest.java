package app.keypoint.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Dashboards;
import app.keypoint.cohort.Memberships;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.Role;
import app.keypoint.identity.SignedIn;
import app.keypoint.identity.SignedIn.Means;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.ReviewHistory;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;

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
  @Autowired Fixtures fixtures;

  private Account administrator;
  private Account learner;

  @BeforeEach
  void people() {
    learner = fixtures.learner();
    administrator = fixtures.account(Role.ADMINISTRATOR, learner.calendar());
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
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
            "JOIN_CODE_RENEWED by instructor: Seminar",
            "COHORT_CREATED by instructor: Seminar");
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
