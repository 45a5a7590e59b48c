package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.grading.Confidence;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Responses;
import app.keypoint.support.Studying;
import app.keypoint.time.StudyCalendar;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** What a daily review has to bear: a month away, a slip on the last card, two tabs, no mouse. */
class DailyReviewIT extends BrowserTest {

  private static final String PASSWORD = "correct horse battery";
  private static final Pattern FIRST_NUMBER = Pattern.compile("(\\d+)");

  @Autowired private Accounts accounts;
  @Autowired private Catalogue catalogue;
  @Autowired private Reviewing reviewing;
  @Autowired private QuizTaking taking;
  @Autowired private ReviewHistory history;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionOperations transactions;
  @Autowired private Clock clock;

  @Test
  void aMonthAwayAndBack_catchesUpByKeyboardAlone() {
    Account account = account("traveller");
    List<QuestionVersion> all =
        catalogue.quizzes().stream().flatMap(quiz -> quiz.questions().stream()).toList();
    Studying studying = new Studying(reviewing, events, transactions);
    studying.finishQuiz(account, daysAgo(33), all, 0);
    studying.review(account, daysAgo(32), 0);

    Visitor learner = visitor().signInAs("traveller", PASSWORD);
    assertThat(number(learner.heading())).isEqualTo(all.size());
    Page page = learner.page();
    assertThat(page.innerText("main"))
        .contains(all.size() + " cards have waited since an earlier day.");

    tabTo(learner, "Catch up");
    learner.press("Enter");
    learner.arrivesAt("catch-up");
    tabToField(learner);
    page.keyboard().press("Control+a");
    page.keyboard().type("10");
    page.getByText("Spread over 10 days").waitFor();
    int aDay = Math.ceilDiv(all.size(), 10);
    assertThat(page.innerText("main")).contains("At most " + aDay + " cards a day");
    assertThat(reviewing.progress(account).backlog())
        .as("nothing changed yet")
        .isEqualTo(all.size());
    tabTo(learner, "Spread over 10 days");
    learner.press("Enter");
    page.getByText("The backlog is spread").waitFor();
    // Z takes it back as one step.
    learner.press("z");
    int days = Math.ceilDiv(all.size(), 25);
    page.getByText("Spread over " + days + " days").waitFor();
    assertThat(reviewing.progress(account).backlog()).isEqualTo(all.size());

    tabTo(learner, "Spread over " + days + " days");
    learner.press("Enter");
    page.getByText("The backlog is spread").waitFor();
    learner.settle().press("Enter");
    learner.arrivesAt("");
    assertThat(number(learner.heading())).isEqualTo(Math.ceilDiv(all.size(), days));
    assertThat(page.innerText("main")).doesNotContain("since an earlier day");
  }

  @Test
  void theLastCardOfTheDayCanBeTakenBack_evenAfterAReload() {
    Account account = account("slipper");
    Question question = catalogue.quizzes().getFirst().questions().getFirst().question();
    Studying studying = new Studying(reviewing, events, transactions);
    studying.finishQuiz(
        account, daysAgo(2), catalogue.quizzes().getFirst().questions().subList(0, 1), 0);

    Visitor learner = visitor().enterAs("slipper", PASSWORD).open("review");
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    answers.rightly(question);
    learner.press("4");
    gone(learner);
    assertThat(learner.heading()).isEqualTo("Done for today");
    learner.page().reload();
    learner.settle().press("z");
    learner.page().getByText("The last answer was taken back.").waitFor();
    learner.progressIs(1, 1);
    assertThat(reviewing.progress(account).left()).isEqualTo(1);
    answers.rightly(question);
    learner.press("3");
    gone(learner);
    assertThat(learner.heading()).isEqualTo("Done for today");
    // The quiz, and the one answer that holds.
    assertThat(history.answers(account.id())).hasSize(2);
    assertThat(history.answers(account.id()).getLast().rating()).isEqualTo(Grade.GOOD.rating());
  }

  @Test
  void twoTabsThatGradeTheSameCardCountItOnce_andBothGoOn() {
    Account account = account("doubler");
    Studying studying = new Studying(reviewing, events, transactions);
    List<QuestionVersion> two = catalogue.quizzes().getFirst().questions().subList(0, 2);
    studying.finishQuiz(account, daysAgo(2), two, 0);

    Visitor one = visitor().enterAs("doubler", PASSWORD).open("review");
    Visitor other = visitor().enterAs("doubler", PASSWORD).open("review");
    DueCard first = reviewing.next(account).orElseThrow();
    new AnswersByKeyboard(one).rightly(first.question().question());
    new AnswersByKeyboard(other).rightly(first.question().question());
    one.press("3");
    gone(one);
    other.press("2");
    gone(other);
    one.progressIs(2, 2);
    other.progressIs(2, 2);
    assertThat(history.answers(account.id()))
        .as("two of the quiz and one review, as it was first given")
        .hasSize(3)
        .last()
        .satisfies(answer -> assertThat(answer.rating()).isEqualTo(Grade.GOOD.rating()));
  }

  @Test
  void howSureIsOneKey_inQuizAndReviewAndPractice() {
    Account account = account("unsure");
    Visitor learner = visitor().enterAs("unsure", PASSWORD).open("settings/reviews");
    learner.page().getByLabel("Say how sure you are").check();
    learner.page().getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    learner.page().getByText("Saved.").waitFor();
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);

    Quiz quiz = catalogue.quizzes().getFirst();
    learner.open("quiz/" + quiz.id() + "/start");
    Attempt attempt = taking.start(account.id(), quiz.id());
    List<String> keys = List.of(",", ".", "/");
    for (Attempt.Item item : attempt.items()) {
      learner.findsThePageFitting();
      answers.wrongly(item.asked().question(), keys.get(item.position() % keys.size()));
      learner.press("Enter");
      learner.settle();
    }
    learner.arrivesAt("attempt/" + attempt.id() + "/score");
    learner.findsThePageAccessible();
    assertThat(learner.page().innerText("main")).contains("Sure or guessing");

    learner.open("review");
    Question first = reviewing.next(account).orElseThrow().question().question();
    answers.wrongly(first, ",");
    assertThat(learner.page().innerText("main")).contains("You were sure.");
    learner.findsThePageAccessible();
    learner.press("Enter").settle();

    learner.open("practice?quiz=" + quiz.id());
    learner.page().getByText("You were sure of this one and it was wrong").waitFor();
    learner.findsThePageAccessible();
    assertThat(history.answers(account.id()))
        .hasSize(attempt.items().size() + 1)
        .allSatisfy(answer -> assertThat(answer.confidence()).isNotNull())
        .last()
        .satisfies(answer -> assertThat(answer.confidence()).isEqualTo(Confidence.SURE));
  }

  @Test
  void enterAfterAClickOnAnOptionGoesOn_andDoesNotTakeItBack() {
    Account account = account("clicker");
    Visitor learner = visitor().enterAs("clicker", PASSWORD).open("settings/reviews");
    learner.page().getByLabel("Say how sure you are").check();
    learner.page().getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    learner.page().getByText("Saved.").waitFor();

    Quiz quiz = catalogue.quizzes().getFirst();
    Attempt attempt = taking.start(account.id(), quiz.id());
    for (Attempt.Item item : attempt.items()) {
      Question question = item.asked().question();
      if (question instanceof Question.Single) {
        break;
      }
      var unused =
          taking.answer(
              account.id(),
              attempt.id(),
              item.position(),
              Responses.right(question),
              Duration.ofSeconds(5));
    }
    learner.open("quiz/" + quiz.id() + "/start");
    learner.page().locator(".opt").first().click();
    Locator picked = learner.page().locator(".opt[aria-pressed=true]");
    picked.waitFor();
    learner.press("Enter");
    learner
        .page()
        .waitForCondition(
            () ->
                (boolean)
                    learner.page().evaluate("() => 'enter' in document.activeElement.dataset"));
    learner.settle();
    assertThat(picked.count()).isOne();
    learner.press("Enter");
    learner.page().locator(".explanation").waitFor();
  }

  /** Presses Tab until what says this has the focus. */
  private static void tabTo(Visitor visitor, String text) {
    tabUntil(visitor, "text => document.activeElement.innerText?.trim().startsWith(text)", text);
  }

  private static void tabToField(Visitor visitor) {
    tabUntil(visitor, "tag => document.activeElement.localName === tag", "input");
  }

  private static void tabUntil(Visitor visitor, String condition, String argument) {
    for (int tabs = 0; tabs < 60; tabs++) {
      visitor.page().keyboard().press("Tab");
      if (Boolean.TRUE.equals(visitor.page().evaluate(condition, argument))) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach “" + argument + "”");
  }

  /** Waits until the answered question has left the screen. */
  private static void gone(Visitor learner) {
    learner
        .page()
        .locator(".explanation")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    learner.settle();
  }

  private static int number(String words) {
    Matcher number = FIRST_NUMBER.matcher(words);
    assertThat(number.find()).as("a number in “%s”", words).isTrue();
    return Integer.parseInt(number.group());
  }

  private Instant daysAgo(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  private Account account(String username) {
    return accounts.create(
        new NewAccount(
            username,
            "Test " + username,
            PASSWORD,
            Role.LEARNER,
            new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
            null));
  }
}
