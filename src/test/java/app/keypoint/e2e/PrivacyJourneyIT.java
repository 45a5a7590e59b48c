package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.QuizAttempts;
import app.keypoint.time.StudyCalendar;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner sees who looked, takes everything along and has the account erased; sums stay. */
class PrivacyJourneyIT extends BrowserTest {

  private static final String PASSWORD = "four words make sense";

  @Autowired private Accounts accounts;
  @Autowired private Memberships memberships;
  @Autowired private Catalogue catalogue;
  @Autowired private QuizTaking taking;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private Account teacher;
  private Account learner;
  private Account staying;
  private final String cohort = "Privacy " + mark;

  @BeforeEach
  void people() {
    teacher = account("teacher-" + mark, "Thea Teacher " + mark, Role.INSTRUCTOR);
    learner = account("leaving-" + mark, "Lea Leaving " + mark, Role.LEARNER);
    staying = account("staying-" + mark, "Stan Staying " + mark, Role.LEARNER);
  }

  @Test
  void seesWhoLookedTakesAllAlongAndIsErased_whileTheCohortsFiguresStay() throws IOException {
    Visitor instructor = visitor().signInAs(teacher.username(), PASSWORD);
    InstructorAtWork work = new InstructorAtWork(instructor);
    long id = work.create(cohort);
    String code = instructor.page().locator(".invite .code").innerText();
    Quiz quiz = catalogue.quizzes().getFirst();
    for (Account one : List.of(learner, staying)) {
      var unused = memberships.join(one.id(), code);
      QuizAttempts.take(taking, one.id(), quiz.id(), 2, Duration.ofSeconds(4));
    }
    String weeks = weeks(instructor, id);
    instructor.open("cohorts/" + id);
    assertThat(work.figure("Active last 7 days").innerText()).contains("2 of 2");
    instructor.control(AriaRole.LINK, learner.displayName()).first().click();
    instructor.page().waitForURL("**/learners/*");

    Visitor leaving =
        visitor(new Look(ColorScheme.DARK, Look.PHONE, "en-US"))
            .signInAs(learner.username(), PASSWORD)
            .open("settings/privacy");
    assertThat(leaving.page().locator(".privacy").innerText())
        .contains(cohort, teacher.displayName());
    assertThat(leaving.page().locator(".looks").innerText())
        .contains(teacher.displayName() + " in “" + cohort + "”");

    Download download =
        leaving
            .page()
            .waitForDownload(() -> leaving.control(AriaRole.LINK, "Download my data").click());
    assertThat(download.suggestedFilename()).startsWith("keypoint-my-data-").endsWith(".zip");
    try (ZipFile zip = new ZipFile(download.path().toFile())) {
      Set<String> names = new TreeSet<>();
      zip.stream().forEach(entry -> names.add(entry.getName()));
      assertThat(names)
          .contains(
              "readme.txt",
              "csv/answers-in-quizzes.csv",
              "json/answers-in-quizzes.json",
              "json/log-entries.json");
      assertThat(text(zip, "readme.txt")).contains(learner.displayName(), "answers-in-quizzes:");
      assertThat(text(zip, "json/log-entries.json")).contains("LEARNER_VIEWED", teacher.username());
      assertThat(text(zip, "csv/attempts.csv")).contains("FINISHED");
    }

    leaving.control(AriaRole.BUTTON, "Ask for deletion").click();
    leaving.page().locator("vaadin-button[slot='confirm-button']").click();
    leaving.control(AriaRole.BUTTON, "Withdraw the request").waitFor();
    leaving.settle().findsThePageAccessible();
    leaving.findsThePageFitting();

    Visitor administrator = visitor().enterAs("admin").open("admin");
    administrator.control(AriaRole.BUTTON, "Delete " + learner.displayName()).click();
    administrator.control(AriaRole.BUTTON, "Delete account").waitFor();
    administrator.settle().findsThePageAccessible();
    administrator.control(AriaRole.BUTTON, "Delete account").click();
    administrator
        .control(AriaRole.BUTTON, "Delete " + learner.displayName())
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    administrator.settle();
    assertThat(administrator.page().innerText("main")).doesNotContain(learner.displayName());

    leaving.open("progress");
    assertThat(leaving.page().url()).as("their session ends").contains("sign-in");
    leaving.page().locator("vaadin-text-field input").fill(learner.username());
    leaving.page().locator("vaadin-password-field input").fill(PASSWORD);
    leaving.page().keyboard().press("Enter");
    leaving.page().waitForURL("**/sign-in?error*");

    assertThat(weeks(instructor, id)).as("sums of both").isEqualTo(weeks);
    instructor.open("cohorts/" + id);
    assertThat(work.figure("Active last 7 days").innerText())
        .as("out of those who can still learn")
        .contains("1 of 1");
    assertThat(instructor.page().innerText("main"))
        .contains(Account.numbered(learner.id()))
        .doesNotContain(learner.displayName());
  }

  private Account account(String username, String name, Role role) {
    return accounts.create(
        new NewAccount(
            username,
            name,
            PASSWORD,
            role,
            new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
            null));
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  /** What the cohort's members did, week by week. */
  private static String weeks(Visitor instructor, long cohort) {
    instructor.open("cohorts/" + cohort + "/trends");
    return instructor
        .page()
        .locator(".trends table")
        .filter(new Locator.FilterOptions().setHasText("Active learners"))
        .innerText();
  }
}
