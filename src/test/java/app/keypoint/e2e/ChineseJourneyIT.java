package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.time.StudyCalendar;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner who reads Chinese, from a quiz to the review of what was missed. */
class ChineseJourneyIT extends BrowserTest {

  private static final String PASSWORD = "correct horse battery";

  @Autowired private Accounts accounts;
  @Autowired private Catalogue catalogue;
  @Autowired private Translations translations;
  @Autowired private QuizTaking taking;
  @Autowired private Reviewing reviewing;

  private Account account;
  private Visitor learner;
  private Quiz quiz;
  private Attempt attempt;

  @BeforeEach
  void begin() {
    String name = "zh-" + UUID.randomUUID();
    account =
        accounts.create(
            new NewAccount(
                name,
                "学员",
                PASSWORD,
                Role.LEARNER,
                new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                null));
    quiz = catalogue.quizzes().getFirst();
    learner = visitor(Look.USUAL.in("zh-CN"));
    Page page = learner.open("sign-in").page();
    page.getByLabel("用户名").fill(name);
    page.locator("vaadin-password-field input").fill(PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
    learner.settle().open("quiz/" + quiz.id() + "/start");
    attempt = taking.start(account.id(), quiz.id());
  }

  @Test
  void fromAQuizToItsReviewWithATypedChineseAnswer() {
    int missed = firstTyped();
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    int count = attempt.items().size();
    for (int position = 1; position <= count; position++) {
      learner.progressIs(position, count);
      Question question = chinese(position);
      assertThat(prompt()).isEqualTo(words(question));
      if (position == 1) {
        learner.findsThePageAccessible();
      }
      if (position == missed) {
        answers.wrongly(question);
      } else {
        answers.rightly(question);
      }
      assertThat(learner.page().locator(".question [lang]").count())
          .as("all of it is in the page's language")
          .isZero();
      learner.press("Enter");
    }
    learner.arrivesAt("attempt/" + attempt.id() + "/score");
    assertThat(learner.heading()).isEqualTo((count - 1) + " / " + count);

    learner.press("Enter");
    learner.arrivesAt("review");
    DueCard due = reviewing.next(account).orElseThrow();
    Question.Typed card =
        (Question.Typed)
            translations.of(due.question().question(), Locale.SIMPLIFIED_CHINESE).text();
    assertThat(card.id()).isEqualTo(chinese(missed).id());
    assertThat(prompt()).isEqualTo(words(card));
    answers.rightly(card);
    learner.press("3");
    learner.page().getByText("今天的复习完成了").waitFor();
    assertThat(reviewing.next(account)).isEmpty();
  }

  @Test
  void aSwitchOfLanguageInMidQuizKeepsEverything() {
    int typed = firstTyped();
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    int count = attempt.items().size();
    for (int position = 1; position <= typed; position++) {
      learner.progressIs(position, count);
      answers.rightly(chinese(position));
      learner.press("Enter");
    }
    learner.progressIs(typed + 1, count);

    switchTo("English", "en");
    learner.open("quiz/" + quiz.id() + "/start").progressIs(typed + 1, count);
    Attempt after = taking.attempt(account.id(), attempt.id());
    assertThat(after.firstOpen()).hasValue(typed + 1);
    assertThat(after.items())
        .extracting(Attempt.Item::optionOrder)
        .isEqualTo(attempt.items().stream().map(Attempt.Item::optionOrder).toList());
    Attempt.Answer kept = Objects.requireNonNull(after.item(typed).answer());
    assertThat(kept.outcome().right()).isTrue();
    assertThat(((Response.Typed) kept.response()).language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    Question english = after.item(typed + 1).asked().question();
    assertThat(prompt()).isEqualTo(words(english));
    answers.rightly(english);
    learner.press("Enter");

    switchTo("中文", "zh-CN");
    learner.open("quiz/" + quiz.id() + "/start").progressIs(typed + 2, count);
    assertThat(prompt()).isEqualTo(words(chinese(typed + 2)));
  }

  /** In the menu of the account, which stands on every screen but that of a question. */
  private void switchTo(String language, String tag) {
    Page page = learner.open("").page();
    page.locator("button.avatar").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(language)).click();
    page.waitForFunction("tag => document.documentElement.lang === tag", tag);
    learner.settle();
  }

  private int firstTyped() {
    List<Attempt.Item> items = attempt.items();
    return items.stream()
        .filter(item -> item.asked().question() instanceof Question.Typed)
        .findFirst()
        .orElseThrow()
        .position();
  }

  private Question chinese(int position) {
    Question original = attempt.item(position).asked().question();
    var worded = translations.of(original, Locale.SIMPLIFIED_CHINESE);
    assertThat(worded.language()).as(original.id()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    return worded.text();
  }

  private String prompt() {
    Locator prompt = learner.page().locator("h1.prompt");
    return prompt.innerText().strip();
  }

  private static String words(Question question) {
    return app.keypoint.content.Markdown.text(question.prompt());
  }
}
