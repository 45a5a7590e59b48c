package app.keypoint.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** A start that was cut off when its learners had lived, before it was done. */
@ServiceTest
@Tag("slow")
class DemoContentTest {

  private static final int LEARNERS = 24;

  @Autowired Accounts accounts;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired CohortExams exams;
  @Autowired Catalogue catalogue;
  @Autowired QuizTaking quizzes;
  @Autowired Reviewing reviewing;
  @Autowired TransactionOperations transactions;
  @Autowired Clock clock;
  @Autowired Fixtures fixtures;

  @Test
  void theNextStartGoesOnWithTheSameCohort() {
    Account instructor = account("instructor", Role.INSTRUCTOR);
    IntStream.rangeClosed(0, LEARNERS)
        .mapToObj(DemoLearner::of)
        .forEach(who -> account(who.username(), Role.LEARNER));
    signIn(instructor);
    cohorts.create(instructor.id(), "Demo cohort");

    SecurityContextHolder.clearContext();
    DemoHistory history = new DemoHistory(catalogue, quizzes, reviewing, transactions, clock);
    new DemoContent(accounts, cohorts, memberships, exams, catalogue, history, clock)
        .run(new DefaultApplicationArguments());

    signIn(instructor);
    assertThat(cohorts.of(instructor.id()))
        .singleElement()
        .satisfies(cohort -> assertThat(cohort.members()).isEqualTo(LEARNERS + 1));
  }

  private Account account(String username, Role role) {
    StudyCalendar calendar = new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR);
    return accounts.create(
        new NewAccount(username, username, Fixtures.PASSWORD, role, calendar, null));
  }

  private void signIn(Account account) {
    fixtures.signIn(account);
  }
}
