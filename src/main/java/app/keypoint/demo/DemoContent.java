package app.keypoint.demo;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.Unattended;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.DemoAccounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the demo's accounts, cohort and history at the first start; later starts find them. */
@Component
@Profile("demo")
@OpenTo(Audience.ANYBODY)
class DemoContent implements ApplicationRunner, DemoAccounts {

  private static final Logger log = LoggerFactory.getLogger(DemoContent.class);

  /** Members of the cohort besides the account that visitors use. */
  private static final int LEARNERS = 24;

  /** Practice for an exam has not begun yet, but is near. */
  private static final int DAYS_TO_EXAM = 10;

  private static final String PASSWORD = "keypoint-demo";

  private final Accounts accounts;
  private final Cohorts cohorts;
  private final Memberships memberships;
  private final CohortExams exams;
  private final Catalogue catalogue;
  private final DemoHistory history;
  private final Clock clock;

  DemoContent(
      Accounts accounts,
      Cohorts cohorts,
      Memberships memberships,
      CohortExams exams,
      Catalogue catalogue,
      DemoHistory history,
      Clock clock) {
    this.accounts = accounts;
    this.cohorts = cohorts;
    this.memberships = memberships;
    this.exams = exams;
    this.catalogue = catalogue;
    this.history = history;
    this.clock = clock;
  }

  @Override
  public List<DemoAccount> all() {
    return List.of(
        new DemoAccount("learner", PASSWORD, "identity.demo.learner"),
        new DemoAccount("instructor", PASSWORD, "identity.demo.instructor"),
        new DemoAccount("admin", PASSWORD, "identity.demo.administrator"));
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.byUsername("admin").isPresent()) {
      return;
    }
    log.info("Living twelve weeks of {} demo learners; this takes some seconds", LEARNERS);
    Account instructor = account("instructor", "Demo instructor", Role.INSTRUCTOR);
    Cohort cohort = cohort(instructor);
    IntStream.rangeClosed(0, LEARNERS)
        .parallel()
        .mapToObj(DemoLearner::of)
        .forEach(who -> live(who, cohort));
    // Last, since it says that all the rest is there.
    account("admin", "Demo administrator", Role.ADMINISTRATOR);
    log.info("The demo is ready");
  }

  private void live(DemoLearner who, Cohort cohort) {
    boolean lived = accounts.byUsername(who.username()).isPresent(); // or half, when cut off
    Account learner = account(who.username(), who.displayName(), Role.LEARNER);
    SimulatedTime.at(
        history.start(learner), () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    if (!lived) {
      history.live(who, learner);
    }
  }

  private Cohort cohort(Account instructor) {
    return Unattended.call(
        () -> {
          // An earlier start may have been cut off after making it.
          Cohort cohort =
              cohorts.of(instructor.id()).stream()
                  .findFirst()
                  .orElseGet(() -> cohorts.create(instructor.id(), "Demo cohort"));
          LocalDate exam = instructor.today(clock).plusDays(DAYS_TO_EXAM);
          exams.set(instructor.id(), cohort.id(), catalogue.quizzes().getFirst().id(), exam);
          return cohort;
        });
  }

  private Account account(String username, String displayName, Role role) {
    return accounts
        .byUsername(username)
        .orElseGet(
            () ->
                accounts.create(
                    new NewAccount(
                        username,
                        displayName,
                        PASSWORD,
                        role,
                        new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                        null)));
  }
}
