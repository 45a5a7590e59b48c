package app.keypoint.cards.ui;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cards.Cards;
import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.Filter;
import app.keypoint.cards.Cards.Order;
import app.keypoint.cards.Cards.State;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Markdown;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.review.DueCard;
import app.keypoint.review.Leech;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of cards and a card, as a learner uses them. */
@ServiceTest
class CardsViewTest extends ScreenTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired Cards cards;
  @Autowired Reviewing reviewing;
  @Autowired ReviewSettings settings;
  @Autowired Catalogue catalogue;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Account learner;
  Studying practice;
  Quiz quiz;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    practice = new Studying(reviewing, events, transactions);
    quiz = catalogue.quizzes().get(1);
    return learner;
  }

  @Test
  void firstUse_saysWhatToDo() {
    open(MONDAY, "cards");
    assertThat(page()).contains("No cards yet");
    assertThat(findInView(Anchor.class).withClassName("primary").single().getHref())
        .isEqualTo("quizzes");
  }

  @Test
  void theAddressFindsTheSuspendedOne() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    Card card = all().getFirst();
    at(MONDAY, () -> reviewing.act(learner, List.of(card.id()), StepKind.SUSPEND));
    open(MONDAY, "cards?state=SUSPENDED");
    SimulatedTime.at(
        MONDAY,
        () -> {
          assertThat(page()).contains("1 card");
          assertThat(test(grid()).size()).isEqualTo(1);
          assertThat(rowText(0))
              .contains(CardTexts.question(catalogue, card).text())
              .contains("Suspended")
              .contains("once brought back");
        });
  }

  @Test
  void aFilterThatFindsNothingCanBeCleared() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    open(MONDAY, "cards?state=MATURE&quiz=" + quiz.id() + "&text=nothing+like+it&leeches=1");
    assertThat(page()).contains("No card matches");
    click(MONDAY, "Clear the filter");
    SimulatedTime.at(
        MONDAY, () -> assertThat(test(grid()).size()).isEqualTo(quiz.questions().size()));
  }

  @Test
  void choosingAStateFiltersTheList() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 2);
    open(MONDAY, "cards");
    SimulatedTime.at(
        MONDAY,
        () -> {
          Select<?> states =
              findInView(Select.class).all().stream()
                  .filter(select -> select.getAriaLabel().orElse("").equals("State"))
                  .findFirst()
                  .orElseThrow();
          test(states).selectItem("Learning");
          assertThat(test(grid()).size()).isEqualTo(2);
        });
    assertThat(page()).contains("2 cards");
  }

  @Test
  void actingOnManyIsTakenBackAsAWhole() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    List<Card> before = all();
    open(MONDAY, "cards");
    click(MONDAY, "Select all " + before.size());
    assertThat(grid().getSelectedItems()).hasSameSizeAs(before);
    assertThat(page()).contains(before.size() + " of " + before.size() + " selected");

    click(MONDAY, "Suspend");
    assertThat(all()).allMatch(card -> card.state() == State.SUSPENDED).hasSameSizeAs(before);
    assertThat(grid().getSelectedItems()).isEmpty();
    assertThat(notices()).anyMatch(text -> text.contains(before.size() + " cards are suspended"));

    SimulatedTime.at(MONDAY, () -> test(find(NativeButton.class).withText("Undo").last()).click());
    assertThat(all()).isEqualTo(before);
    assertThat(notices()).anyMatch(text -> text.contains("no longer suspended"));
  }

  @Test
  void startingManyAfreshAsksFirst() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    open(MONDAY, "cards");
    click(MONDAY, "Select all " + quiz.questions().size());
    click(MONDAY, "Start afresh");
    assertThat(all()).allMatch(card -> card.state() == State.YOUNG);
    SimulatedTime.at(MONDAY, () -> test(find(ConfirmDialog.class).single()).confirm());
    assertThat(all()).allMatch(card -> card.state() == State.LEARNING);
  }

  @Test
  void questionsDoNotGiveTheirAnswersAway() {
    catalogue.quizzes().forEach(q -> practice.finishQuiz(learner, MONDAY, q.questions(), 0));
    open(MONDAY, "cards");
    SimulatedTime.at(
        MONDAY,
        () -> {
          for (int row = 0; row < test(grid()).size(); row++) {
            assertThat(rowText(row)).doesNotContain("{{");
          }
        });
  }

  @Test
  void aCardSaysHowItsEasinessCameAbout() {
    practice.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 1), 0);
    answer(MONDAY.plus(DAY), Grade.HARD);
    answer(MONDAY.plus(DAY), Grade.GOOD); // the day's drill
    answer(MONDAY.plus(DAY.multipliedBy(7)), Grade.EASY);
    Instant later = MONDAY.plus(DAY.multipliedBy(8));
    Card card = all().getFirst();
    open(later, "cards/" + card.id());
    assertThat(page())
        .contains(Markdown.text(quiz.questions().getFirst().question().prompt()))
        .contains("2.50 at the start, −0.14 for 1 × Hard, +0.10 for 1 × Easy: 2.46 now.")
        .contains("2.50 → 2.36")
        .contains("Hard: −0.14")
        .contains("2.36 → 2.46")
        .contains("Easy: +0.10")
        .contains("Good leaves it.")
        .contains("Does not count");
    click(later, "Reset easiness");
    assertThat(page()).contains("Set to that of a new card.").contains("2.50 when it was last set");
    assertThat(findInView(NativeButton.class).withText("Reset easiness").all()).isEmpty();
    SimulatedTime.at(
        later,
        () -> test(findInView(NativeButton.class).withAttribute("data-key", "z").single()).click());
    assertThat(page()).contains("2.46 now").doesNotContain("Set to that");
  }

  @Test
  void underFsrsACardSaysHowItsDifficultyCameAbout() {
    practice.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 1), 0);
    ReviewPreferences now = ReviewPreferences.DEFAULT;
    settings.change(
        learner,
        new ReviewPreferences(
            now.newPerDay(),
            now.reviewsPerDay(),
            now.fullScale(),
            now.smoothing(),
            Algorithm.FSRS,
            now.retention()));
    Instant later = MONDAY.plus(DAY.multipliedBy(30));
    answer(later, Grade.HARD);
    open(later, "cards/" + all().getFirst().id());
    assertThat(page())
        .contains("How its difficulty came about")
        .contains("Hard raises it.")
        .contains("Worked out anew from all answers.");
    click(later, "Start afresh");
    assertThat(page()).contains("The first answer will set it.").contains("→ –");
  }

  @Test
  void aLeechSaysWhatToDo() {
    practice.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 1), 0);
    Instant day = MONDAY;
    for (int lapse = 0; lapse < Leech.LAPSES; lapse++) {
      day = day.plus(DAY);
      practice.review(learner, day, 1);
    }
    open(day, "cards/" + all().getFirst().id());
    assertThat(page())
        .contains("You have forgotten this card 6 times")
        .contains("Read the key point below once more")
        .contains("Forgot leaves it.");
    click(day, "Start afresh");
    assertThat(page()).doesNotContain("You have forgotten").contains("Started afresh");
    open(day, "cards?leeches=1");
    assertThat(page()).contains("No card matches");
  }

  @Test
  void anothersCardIsNotFound() {
    Account other = fixtures.learner();
    practice.finishQuiz(other, MONDAY, quiz.questions(), 0);
    long card =
        fixtures
            .as(
                other,
                () -> at(MONDAY, () -> cards.find(other, Filter.ALL, Order.NEXT_DAY, false, 0, 1)))
            .getFirst()
            .id();
    open(MONDAY, "cards/" + card);
    assertThat(getCurrentView()).isNotInstanceOf(CardView.class);
    open(MONDAY, "cards/999999999999999999");
    assertThat(getCurrentView()).isNotInstanceOf(CardView.class);
  }

  private void open(Instant at, String route) {
    int query = route.indexOf('?');
    SimulatedTime.at(
        at,
        () -> {
          if (query < 0) {
            UI.getCurrent().navigate(route);
          } else {
            UI.getCurrent()
                .navigate(
                    route.substring(0, query),
                    QueryParameters.fromString(route.substring(query + 1)));
          }
        });
  }

  private void click(Instant at, String button) {
    SimulatedTime.at(
        at, () -> test(findInView(NativeButton.class).withText(button).single()).click());
  }

  private void answer(Instant at, Grade grade) {
    DueCard due = at(at, () -> reviewing.next(learner)).orElseThrow();
    practice.answer(learner, at, due, grade);
  }

  private List<Card> all() {
    return at(MONDAY, () -> cards.find(learner, Filter.ALL, Order.NEXT_DAY, false, 0, 200));
  }

  private CardGrid grid() {
    return findInView(CardGrid.class).single();
  }

  private String rowText(int row) {
    return value(row, "question", ObjectNode.class).path("text").asString()
        + value(row, "point", ObjectNode.class).path("text").asString()
        + value(row, "tags", ArrayNode.class)
        + value(row, "brief", String.class);
  }

  private <T> T value(int row, String property, Class<T> type) {
    return test(grid()).getLitRendererPropertyValue(row, 0, property, type);
  }

  private List<String> notices() {
    return find(Notification.class).all().stream()
        .map(notice -> notice.getElement().getTextRecursively() + test(notice).getText())
        .toList();
  }
}
