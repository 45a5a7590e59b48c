package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.access.Unattended;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.time.StudyCalendar;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instructor watches while a learner answers in another browser. */
class LiveDashboardIT extends BrowserTest {

  private static final String PASSWORD = "correct horse battery";
  private static final int TWO_SECONDS = 2_000;
  private static final Pattern ATTEMPT = Pattern.compile("/attempt/(\\d+)$");

  @Autowired private Accounts accounts;
  @Autowired private Cohorts cohorts;
  @Autowired private Memberships memberships;
  @Autowired private Catalogue catalogue;
  @Autowired private QuizTaking taking;

  @Test
  void anAnswerShowsWithinTwoSeconds_andAPageThatNobodySeesAsksNothing() {
    Account teacher = account(Role.INSTRUCTOR);
    Account learner = account(Role.LEARNER);
    Cohort cohort = Unattended.call(() -> cohorts.create(teacher.id(), "Live seminar"));
    var unused =
        Unattended.call(() -> memberships.join(learner.id(), cohort.joinCode().toString()));

    Visitor instructor =
        visitor().signInAs(teacher.username(), PASSWORD).open("cohorts/" + cohort.id());
    Locator active = figure(instructor, "Active last 7 days");
    assertThat(active.innerText()).contains("0 of 1");
    instructor.page().getByLabel("Find by name").fill(learner.displayName());

    Visitor student = visitor().signInAs(learner.username(), PASSWORD).open("quizzes");
    student
        .control(AriaRole.LINK, "Start “" + catalogue.quizzes().getFirst().title() + "”")
        .click();
    student.page().waitForURL(ATTEMPT);
    student.settle();
    Matcher id = ATTEMPT.matcher(student.page().url());
    assertThat(id.find()).isTrue();
    new AnswersByKeyboard(student)
        .rightly(
            taking.attempt(learner.id(), Long.parseLong(id.group(1))).item(1).asked().question());

    active.getByText("1 of 1").waitFor(new Locator.WaitForOptions().setTimeout(TWO_SECONDS));
    assertThat(instructor.page().getByLabel("Find by name").inputValue())
        .as("what was typed meanwhile")
        .isEqualTo(learner.displayName());

    AtomicInteger asked = new AtomicInteger();
    instructor
        .page()
        .onRequest(
            request -> {
              if (request.url().contains("v-r=uidl")) {
                asked.incrementAndGet();
              }
            });
    hide(instructor.page());
    instructor.page().waitForTimeout(1_500);
    int whileHiding = asked.get();
    instructor.page().waitForTimeout(3_500);
    assertThat(asked.get()).as("requests of a page that is hidden").isEqualTo(whileHiding);
  }

  private static Locator figure(Visitor visitor, String label) {
    return visitor
        .page()
        .locator(".glance .stat")
        .filter(new Locator.FilterOptions().setHasText(label));
  }

  /** As a browser tells a page whose tab was left. */
  private static void hide(Page page) {
    page.evaluate(
        """
        () => {
          Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});
          Object.defineProperty(document, 'hidden', {get: () => true});
          document.hasFocus = () => false;
          document.dispatchEvent(new Event('visibilitychange'));
          window.dispatchEvent(new Event('blur'));
        }
        """);
  }

  private Account account(Role role) {
    String name = "live-" + UUID.randomUUID();
    return accounts.create(
        new NewAccount(
            name,
            name,
            PASSWORD,
            role,
            new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
            null));
  }
}
