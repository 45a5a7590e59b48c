package app.keypoint.e2e;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every screen, light and dark, wide and narrow: WCAG 2.2 A and AA, and no sideways scrolling. */
class AccessibilityIT extends BrowserTest {

  private static final int QUESTION_TYPES = 4;

  @Autowired private Accounts accounts;
  @Autowired private Catalogue catalogue;
  @Autowired private QuizTaking taking;
  @Autowired private Reviewing reviewing;

  private final SoftAssertions softly = new SoftAssertions();

  /** Each scheme and each width once; {@code -Dkeypoint.looks=all} takes every pair of them. */
  static Stream<Look> looks() {
    Look light = new Look(ColorScheme.LIGHT, Look.DESK, "en-US");
    Look dark = new Look(ColorScheme.DARK, Look.PHONE, "en-US");
    return "all".equals(System.getProperty("keypoint.looks"))
        ? Stream.of(
            light,
            dark,
            new Look(ColorScheme.LIGHT, Look.PHONE, "en-US"),
            new Look(ColorScheme.DARK, Look.DESK, "en-US"))
        : Stream.of(light, dark);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void screensBeforeSigningIn(Look look) {
    scan(visitor(look), "sign-in", "register");
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void screensOfALearner(Look look) {
    Account account = accounts.byUsername("learner-01").orElseThrow();
    Quiz quiz = catalogue.quizzes().getFirst();
    Visitor learner = visitor(look).enterAs("learner-01");
    long finished = taking.finished(account.id(), quiz.id()).getFirst().id();
    scan(
        learner,
        "",
        "quizzes",
        "quiz/" + quiz.id(),
        "attempt/" + finished + "/score",
        "progress",
        "cards",
        "cards?text=no+such+words",
        "join",
        "settings",
        "settings/security",
        "settings/reviews",
        "settings/reviews/compare",
        "settings/reviews/simulate",
        "settings/history",
        "settings/privacy",
        "catch-up",
        "practice?hardest");
    scanCards(learner);
    scanQuestions(learner, account);
    scanReview(learner, account);
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void screensOfAnInstructor(Look look) {
    Visitor instructor = visitor(look).enterAs("instructor");
    scan(instructor, "", "cohorts");
    new InstructorAtWork(instructor).openCohort("Demo cohort");
    instructor.page().waitForURL("**/cohorts/*");
    scan(instructor);
    instructor.control(AriaRole.BUTTON, "Settings").click();
    scan(instructor);
    instructor.page().keyboard().press("Escape");
    instructor.control(AriaRole.LINK, "Import roster").click();
    instructor.page().waitForURL("**/roster");
    scan(instructor);
    instructor.page().goBack();
    instructor.control(AriaRole.LINK, "Assignments").click();
    instructor.page().waitForURL("**/assignments");
    scan(instructor);
    instructor.page().goBack();
    instructor.control(AriaRole.LINK, "Export").click();
    instructor.page().waitForURL("**/export");
    scan(instructor);
    instructor.control(AriaRole.LINK, "Report to print").click();
    instructor.page().waitForURL("**/report");
    scan(instructor);
    instructor.page().goBack();
    instructor.page().waitForURL("**/export");
    instructor.settle();
    instructor.page().goBack();
    instructor.page().waitForURL("**/cohorts/*");
    // The exports, still shown for a moment, have links of a like name.
    instructor
        .page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Key point map").setExact(true))
        .click();
    instructor.page().waitForURL("**/map");
    instructor.page().locator("kp-map a.shade").first().waitFor();
    scan(instructor);
    instructor.page().goBack();
    instructor.control(AriaRole.LINK, "Over time").click();
    instructor.page().waitForURL("**/trends");
    instructor.page().locator("kp-forgetting svg").waitFor();
    scan(instructor);
    instructor.page().goBack();
    instructor.control(AriaRole.LINK, "Question statistics").click();
    instructor.page().waitForURL("**/statistics/*");
    instructor.page().locator(".questions .opener").first().click();
    instructor.page().locator(".question-details").waitFor();
    scan(instructor);
    instructor.page().goBack();
    instructor.control(AriaRole.LINK, "Demo learner 03").first().click();
    instructor.page().waitForURL("**/learners/*");
    scan(instructor);
    instructor.control(AriaRole.LINK, "History").click();
    instructor.page().waitForURL("**/history");
    scan(instructor);
    instructor.page().locator(".timeline a[href*='/days/']").first().click();
    instructor.page().waitForURL("**/days/*");
    scan(instructor);
    instructor.page().goBack();
    instructor.page().waitForURL("**/history");
    instructor.page().locator(".timeline a[href*='/attempts/']").first().click();
    instructor.page().waitForURL("**/attempts/*");
    scan(instructor);
    scanEditor(instructor);
    softly.assertAll();
  }

  /** The list, and each kind of part with what there is to mend. */
  private void scanEditor(Visitor instructor) {
    scan(instructor, "write");
    instructor.control(AriaRole.BUTTON, "New quiz").click();
    instructor.page().waitForURL("**/write/**");
    scan(instructor);
    instructor.control(AriaRole.BUTTON, "Article").click();
    instructor
        .page()
        .getByLabel("Text, paragraphs divided by empty lines")
        .fill("Bees keep warm. They shiver.");
    instructor.page().locator("kp-article [role=option]").first().waitFor();
    scan(instructor);
    instructor.control(AriaRole.BUTTON, "Add key point").click();
    scan(instructor);
    instructor.control(AriaRole.BUTTON, "Add question").click();
    scan(instructor);
    instructor.page().keyboard().press("Alt+3");
    scan(instructor);
    instructor.control(AriaRole.BUTTON, "Keys").click();
    scan(instructor);
    instructor.page().keyboard().press("Escape");
    instructor.control(AriaRole.BUTTON, "Learners’ notes").click();
    instructor.page().waitForURL("**/notes/**");
    scan(instructor);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void screensOfAnAdministrator(Look look) {
    scan(visitor(look).enterAs("admin"), "", "admin", "admin/cohorts", "admin/data", "content");
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void whatIsShownWhereNothingIs(Look look) {
    Visitor learner = visitor(look).enterAs("learner-01");
    scan(learner, "no-such-page");
    softly.assertAll();
  }

  /** The list with a card selected, and that card. */
  private void scanCards(Visitor learner) {
    learner.open("cards");
    learner.page().locator("vaadin-grid vaadin-checkbox:visible").first().click();
    scan(learner);
    learner.page().locator(".question-cell a").first().click();
    learner.page().waitForURL("**/cards/*");
    scan(learner);
  }

  /** One question of each type, before and after it is answered. */
  private void scanQuestions(Visitor learner, Account account) {
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    Set<Class<?>> seen = new HashSet<>();
    for (Quiz quiz : catalogue.quizzes()) {
      Attempt attempt = taking.startAgain(account.id(), quiz.id());
      learner.open("attempt/" + attempt.id());
      for (Attempt.Item item : attempt.items()) {
        Question question = item.asked().question();
        learner.progressIs(item.position(), attempt.items().size());
        boolean first = seen.add(question.getClass());
        if (first) {
          scan(learner);
        }
        answers.wrongly(question);
        if (first) {
          scan(learner);
        }
        if (seen.size() == QUESTION_TYPES) {
          return;
        }
        learner.press("Enter");
      }
    }
  }

  private void scanReview(Visitor learner, Account account) {
    learner.open("review");
    scan(learner);
    reviewing
        .next(account)
        .ifPresent(
            card -> {
              new AnswersByKeyboard(learner).rightly(card.question().question());
              scan(learner);
            });
  }

  private void scan(Visitor visitor, String first, String... others) {
    visitor.open(first);
    scan(visitor);
    for (String route : others) {
      visitor.follow(route);
      scan(visitor);
    }
  }

  private void scan(Visitor visitor) {
    visitor.settle();
    softly.check(visitor::findsThePageAccessible);
    softly.check(visitor::findsThePageFitting);
  }
}
