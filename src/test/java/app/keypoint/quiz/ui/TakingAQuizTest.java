package app.keypoint.quiz.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Markdown;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.grading.Confidence;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Responses;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner goes through a quiz on the screen. */
@ServiceTest
class TakingAQuizTest extends ScreenTest {

  private static final String QUIZ = "introduction";

  @Autowired QuizTaking taking;
  @Autowired QuizStandings standings;
  @Autowired Catalogue catalogue;
  @Autowired AccountSettings settings;

  Account learner;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    return learner;
  }

  @Test
  void fromStartToScore() {
    open("quiz/" + QUIZ + "/start");
    int total = catalogue.quiz(QUIZ).orElseThrow().questions().size();
    for (int nth = 1; nth <= total; nth++) {
      assertThat(page()).contains(nth + " of " + total);
      answer(open(), nth != 1);
      assertThat(page()).contains(nth == 1 ? "Not " : "Right.");
      press(nth == total ? "See your score" : "Continue");
    }
    assertThat(getCurrentView()).isInstanceOf(ScoreView.class);
    assertThat(title()).isEqualTo((total - 1) + " of " + total);
    assertThat(page())
        .contains("One question to look at again")
        .contains((total - 1) + " questions right")
        .contains(total + " questions are under review; one comes back today.");
    assertThat(primary()).isEqualTo("Review now");
    assertThat(standings.of(learner.id()).get(QUIZ).finished()).isEqualTo(1);
  }

  @Test
  void beforeTheAnswerThePageHoldsNeitherKeyNorExplanation() {
    open("quiz/" + QUIZ + "/start");
    for (Attempt.Item item : attempt().items()) {
      Question question = item.asked().question();
      assertThat(page()).doesNotContain(Markdown.html(question.explanation()));
      whys(question).forEach(why -> assertThat(page()).doesNotContain(Markdown.html(why)));
      if (question instanceof Question.Typed typed) {
        assertThat(page()).doesNotContain("Answer: " + typed.answer());
      }
      answer(item, true);
      assertThat(page()).contains(Markdown.html(question.explanation()));
      press(item.position() == attemptSize() ? "See your score" : "Continue");
    }
  }

  @Test
  void comingBackResumesAtTheFirstOpenQuestion() {
    open("quiz/" + QUIZ + "/start");
    long id = attempt().id();
    answer(open(), true);
    press("Continue");
    open("quiz/" + QUIZ + "/start");
    assertThat(attempt().id()).isEqualTo(id);
    assertThat(page()).contains("2 of ");
    open("attempt/" + id);
    assertThat(page()).contains("2 of ");
  }

  @Test
  void aQuestionAnsweredInAnotherTabShowsThatAnswer() {
    open("quiz/" + QUIZ + "/start");
    Attempt.Item first = open();
    elsewhere(first, false);
    answer(first, true);
    assertThat(page()).contains("Not ");
  }

  @Test
  void aTypedAnswerCountedAsWrongCanBeOverruled_evenTheLast() {
    open("quiz/" + QUIZ + "/start");
    Attempt.Item typed =
        attempt().items().stream()
            .filter(item -> item.asked().question() instanceof Question.Typed)
            .findFirst()
            .orElseThrow();
    attempt().items().stream()
        .filter(item -> item.position() != typed.position())
        .forEach(item -> elsewhere(item, true));
    open("attempt/" + attempt().id());
    answer(typed, false);
    press("I was right");
    assertThat(page()).contains("You said it was right");
    press("See your score");
    assertThat(title()).isEqualTo(attemptSize() + " of " + attemptSize());
    assertThat(primary()).isEqualTo("Back to Today");
  }

  @Test
  void aFinishedAttemptLeadsToItsScore_anOpenOneFromItsScoreBack() {
    Attempt attempt = taking.start(learner.id(), QUIZ);
    open("attempt/" + attempt.id() + "/score");
    assertThat(getCurrentView()).isInstanceOf(AttemptView.class);
    attempt.items().forEach(item -> elsewhere(item, true));
    open("attempt/" + attempt.id());
    assertThat(getCurrentView()).isInstanceOf(ScoreView.class);
  }

  @Test
  void somebodyElsesAttemptIsNotFound() {
    Account somebody = fixtures.learner();
    Attempt other = fixtures.as(somebody, () -> taking.start(somebody.id(), QUIZ));
    for (String address :
        List.of(
            "attempt/" + other.id(),
            "attempt/" + other.id() + "/score",
            "attempt/nonsense",
            "quiz/no-such-quiz/start")) {
      open(address);
      assertThat((Object) getCurrentView())
          .as(address)
          .isNotInstanceOfAny(AttemptView.class, ScoreView.class, StartView.class);
    }
  }

  @Test
  void startingAgainAsksFirst() {
    open("quiz/" + QUIZ + "/start");
    long first = attempt().id();
    answer(open(), true);
    test(find(NativeButton.class).withAttribute("aria-label", "Start again").single()).click();
    assertThat(attempt().id()).isEqualTo(first);
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(attempt().id()).isNotEqualTo(first);
    assertThat(page()).contains("1 of ");
  }

  @Test
  void whoSaysHowSureTheyAreChecksWithThat_andSeesHowWellItAgrees() {
    settings.askConfidence(learner.id(), true);
    open("quiz/" + QUIZ + "/start");
    int total = attemptSize();
    for (int nth = 1; nth <= total; nth++) {
      assertThat(page()).contains("How sure are you?").doesNotContain("Check");
      give(open(), nth > 7);
      press("Sure");
      if (nth <= 7) {
        assertThat(page()).contains("You were sure.");
      } else {
        assertThat(page()).doesNotContain("You were sure.");
      }
      press(nth == total ? "See your score" : "Continue");
    }
    assertThat(page())
        .contains("Sure or guessing")
        .contains((total - 7) + " of " + total + " right")
        .contains("You are right less often than you say.")
        .contains("7 answers were wrong though you were sure: they stand first below.")
        .contains("practice?quiz=" + QUIZ);
  }

  @Test
  void switchedOnOrOffHalfWay_theNextQuestionIsAskedAccordingly() {
    open("quiz/" + QUIZ + "/start");
    assertThat(page()).doesNotContain("How sure are you?");
    settings.askConfidence(learner.id(), true);
    answer(open(), true);
    press("Continue");
    assertThat(page()).contains("How sure are you?");
    settings.askConfidence(learner.id(), false);
    give(open(), true);
    press("A guess");
    press("Continue");
    assertThat(page()).doesNotContain("How sure are you?");
    Attempt attempt = attempt();
    assertThat(attempt.item(1).answer().confidence()).isNull();
    assertThat(attempt.item(2).answer().confidence()).isEqualTo(Confidence.GUESS);
    open("attempt/" + attempt.id());
    attempt.items().stream().skip(2).forEach(item -> elsewhere(item, true));
    open("attempt/" + attempt.id() + "/score");
    assertThat(page())
        .as("one answer is counted, and tells nothing yet")
        .contains("Sure or guessing")
        .contains("1 of 1 right")
        .contains("There are too few answers");
  }

  @Test
  void anOptionIsChangedUntilItIsSaidHowSure() {
    settings.askConfidence(learner.id(), true);
    open("quiz/" + QUIZ + "/start");
    Attempt.Item single =
        attempt().items().stream()
            .filter(item -> item.asked().question() instanceof Question.Single)
            .findFirst()
            .orElseThrow();
    attempt().items().stream()
        .filter(item -> item.position() < single.position())
        .forEach(item -> elsewhere(item, true));
    open("attempt/" + attempt().id());
    NativeButton sure = find(NativeButton.class).withAttribute("data-key", ",").single();
    test(sure).click();
    assertThat(attempt().item(single.position()).answer()).as("nothing is picked yet").isNull();
    give(single, false);
    give(single, true);
    give(single, true);
    assertThat(find(NativeButton.class).withAttribute("aria-pressed", "true").all())
        .as("a second click does not take it back")
        .hasSize(1);
    test(sure).click();
    assertThat(page()).contains("Right.");
  }

  private void open(String route) {
    UI.getCurrent().navigate(route);
  }

  /** Answers, with the button of those who do not say how sure they are. */
  private void answer(Attempt.Item item, boolean right) {
    give(item, right);
    if (!(item.asked().question() instanceof Question.Single)) {
      press("Check");
    }
  }

  /** Picks or types an answer. */
  private void give(Attempt.Item item, boolean right) {
    switch (item.asked().question()) {
      case Question.Single single ->
          test(find(NativeButton.class)
                  .withAttribute("data-key", key(item, option(single, right)))
                  .single())
              .click();
      case Question.Multi multi ->
          multi.options().stream()
              .filter(option -> option.correct() == right)
              .forEach(
                  option ->
                      test(find(NativeButton.class)
                              .withAttribute("data-key", key(item, option))
                              .single())
                          .click());
      case Question.Typed typed ->
          test(find(TextField.class).single()).setValue(right ? typed.answer() : "nothing like it");
    }
  }

  private static Option option(Question.Choice question, boolean right) {
    return question.options().stream()
        .filter(option -> option.correct() == right)
        .findFirst()
        .orElseThrow();
  }

  private static String key(Attempt.Item item, Option option) {
    return String.valueOf((char) ('a' + item.optionOrder().indexOf(option.id())));
  }

  private void elsewhere(Attempt.Item item, boolean right) {
    Question question = item.asked().question();
    var unused =
        taking.answer(
            learner.id(),
            attempt().id(),
            item.position(),
            right ? Responses.right(question) : Responses.wrong(question),
            Duration.ofSeconds(5));
  }

  private void press(String label) {
    test(find(NativeButton.class)
            .withCondition(button -> button.getElement().getTextRecursively().contains(label))
            .first())
        .click();
  }

  private Attempt attempt() {
    return taking.attempt(
        learner.id(), Objects.requireNonNull(standings.of(learner.id()).get(QUIZ).openAttempt()));
  }

  private Attempt.Item open() {
    Attempt attempt = attempt();
    return attempt.item(attempt.firstOpen().orElseThrow());
  }

  private int attemptSize() {
    return catalogue.quiz(QUIZ).orElseThrow().questions().size();
  }

  private String title() {
    return findInView(H1.class).single().getText();
  }

  private String primary() {
    return findInView(NativeButton.class)
        .withClassName("primary")
        .single()
        .getElement()
        .getChild(0)
        .getText();
  }

  /** All that the browser is told of the view: texts, attributes and properties. */
  @Override
  protected String page() {
    return told(((Component) getCurrentView()).getElement()).collect(Collectors.joining("\n"));
  }

  private static Stream<String> told(Element element) {
    if (element.isTextNode()) {
      return Stream.of(element.getText());
    }
    return Stream.of(
            element.getAttributeNames().map(element::getAttribute),
            element.getPropertyNames().map(name -> element.getProperty(name, "")),
            element.getChildren().flatMap(TakingAQuizTest::told))
        .flatMap(part -> part);
  }

  private static Stream<String> whys(Question question) {
    return question instanceof Question.Choice choice
        ? choice.options().stream().map(Option::why).filter(Objects::nonNull)
        : Stream.empty();
  }
}
