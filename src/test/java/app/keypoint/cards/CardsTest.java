package app.keypoint.cards;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.Filter;
import app.keypoint.cards.Cards.History;
import app.keypoint.cards.Cards.Order;
import app.keypoint.cards.Cards.State;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Markdown;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.review.CardEvent;
import app.keypoint.review.DueCard;
import app.keypoint.review.Leech;
import app.keypoint.review.NewCards;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.Studying;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** A learner's cards as a list, on the shipped quizzes. */
@ServiceTest
class CardsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant THEN = MONDAY.plus(DAY.multipliedBy(22));
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 24);

  @Autowired Cards cards;
  @Autowired Reviewing reviewing;
  @Autowired ReviewSettings settings;
  @Autowired ReviewHistory past;
  @Autowired NewCards newCards;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Account learner;
  Studying practice;
  Quiz quiz;

  @BeforeEach
  void learner() {
    learner = fixtures.learner();
    practice = new Studying(reviewing, events, transactions);
    quiz = catalogue.quizzes().get(1);
  }

  @Test
  void eachStateFindsExactlyItsCards() {
    cardsInEachState()
        .forEach(
            (state, questions) -> {
              assertThat(find(in(state)))
                  .as("%s", state)
                  .allMatch(card -> card.state() == state)
                  .extracting(Card::questionId)
                  .containsExactlyInAnyOrderElementsOf(questions);
              assertThat(count(in(state))).as("%s", state).isEqualTo(questions.size());
            });
    assertThat(count(Filter.ALL)).isEqualTo(quiz.questions().size());
  }

  @ParameterizedTest
  @CsvSource({"SUSPENDED,", "PUT_OFF,1", "NEW,", "LEARNING,0", "YOUNG,1", "MATURE,38"})
  void theNextDayIsThatOnWhichACardComesUp(State state, @Nullable Integer inDays) {
    cardsInEachState();
    assertThat(find(in(state)))
        .extracting(Card::nextDay)
        .containsOnly(inDays == null ? null : TODAY.plusDays(inDays));
  }

  @Test
  void cardsForgottenSixTimesAreLeeches() {
    finish(MONDAY, 2, 0);
    Instant day = MONDAY;
    for (int lapse = 1; lapse <= Leech.LAPSES; lapse++) {
      assertThat(find(new Filter(null, true, null, ""))).isEmpty();
      day = day.plus(DAY);
      practice.review(learner, day, 1);
    }
    List<Card> leeches = find(new Filter(null, true, null, ""));
    assertThat(leeches).isNotEmpty().allMatch(Card::leech).hasSizeLessThan(2);
  }

  @Test
  void theListIsSortedAsAskedFor() {
    cardsInEachState();
    for (Order order : Order.values()) {
      assertThat(inOrder(order, false)).as("%s", order).isSortedAccordingTo(by(order, false));
      assertThat(inOrder(order, true)).as("%s falling", order).isSortedAccordingTo(by(order, true));
    }
  }

  @Test
  void pagesFollowEachOther() {
    finish(MONDAY, 7, 3);
    List<Card> all = inOrder(Order.LAPSES, false);
    assertThat(all).hasSize(7);
    assertThat(at(MONDAY, () -> cards.find(learner, Filter.ALL, Order.LAPSES, false, 1, 3)))
        .isEqualTo(all.subList(3, 6));
    assertThat(at(MONDAY, () -> cards.find(learner, Filter.ALL, Order.LAPSES, false, 2, 3)))
        .isEqualTo(all.subList(6, 7));
  }

  @Test
  void textIsFoundInQuestionsAndKeyPoints_upperAndLowerCaseAlike() {
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    Question question = quiz.questions().getFirst().question();
    String words = Markdown.text(question.prompt());
    String keyPoint = catalogue.keyPoint(question.keyPointId()).orElseThrow().topicOrTitle();
    for (String text :
        List.of(
            words, words.toUpperCase(Locale.ROOT), " " + keyPoint.toLowerCase(Locale.ROOT) + " ")) {
      assertThat(find(new Filter(null, false, null, text)))
          .as(text)
          .extracting(Card::questionId)
          .contains(question.id());
    }
    assertThat(find(new Filter(null, false, null, words))).hasSize(1);
    assertThat(find(new Filter(null, false, null, "no such words"))).isEmpty();
    assertThat(count(new Filter(null, false, null, "no such words"))).isZero();
  }

  @Test
  void aQuizFindsItsCards() {
    Quiz other = catalogue.quizzes().get(2);
    practice.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    practice.finishQuiz(learner, MONDAY, other.questions(), 0);
    assertThat(count(new Filter(null, false, other.id(), ""))).isEqualTo(other.questions().size());
    assertThat(find(new Filter(null, false, "no-such-quiz", ""))).isEmpty();
  }

  @Test
  void actingOnManyIsOneStep() {
    finish(MONDAY, 4, 2);
    List<Card> before = inOrder(Order.NEXT_DAY, false);
    for (StepKind action : StepKind.ACTIONS) {
      int acted = act(learner, ids(before), action);
      List<Card> after = inOrder(Order.NEXT_DAY, false);
      if (acted == 0) {
        assertThat(after).as("%s", action).isEqualTo(before);
      } else {
        Undo.Done undone = (Undo.Done) at(THEN, () -> reviewing.undo(learner));
        assertThat(undone.cards()).as("%s", action).isEqualTo(acted);
        assertThat(inOrder(Order.NEXT_DAY, false)).as("%s", action).isEqualTo(before);
      }
    }
    assertThat(at(THEN, () -> reviewing.undo(learner)))
        .isEqualTo(new Undo.Refused(Undo.Reason.NOTHING));
  }

  @Test
  void whatAnActionWouldNotChangeIsNoPartOfIt() {
    finish(THEN, 3, 1);
    List<Long> all = ids(find(Filter.ALL));
    // Two come up tomorrow anyway.
    assertThat(act(learner, all, StepKind.BURY)).isEqualTo(1);
    assertThat(act(learner, all, StepKind.BURY)).isZero();
    assertThat(act(learner, all, StepKind.EASE)).isZero();
    Undo.Done undone = (Undo.Done) at(THEN, () -> reviewing.undo(learner));
    assertThat(undone.kind()).isEqualTo(StepKind.BURY);
  }

  @Test
  void buryingBringsNothingForward() {
    cardsInEachState();
    Card mature = find(in(State.MATURE)).getFirst();
    assertThat(act(learner, List.of(mature.id()), StepKind.BURY)).isZero();
    assertThat(find(in(State.MATURE))).containsExactly(mature);
  }

  @Test
  void cardsOfOthersAreLeftAlone() {
    finish(MONDAY, 2, 0);
    List<Long> own = ids(find(Filter.ALL));
    Account other = fixtures.learner();
    for (StepKind action : StepKind.ACTIONS) {
      assertThat(act(other, own, action)).isZero();
    }
    assertThat(at(THEN, () -> cards.count(other, Filter.ALL))).isZero();
    assertThat(count(in(State.SUSPENDED))).isZero();
    assertThatThrownBy(() -> cards.history(other, own.getFirst()))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> cards.history(learner, Long.MAX_VALUE))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void historyTellsWhatHappenedAndHowTheEasinessCameAbout() {
    finish(MONDAY, 1, 0);
    Instant tuesday = MONDAY.plus(DAY);
    answer(tuesday, Grade.HARD);
    answer(tuesday, Grade.GOOD); // the day's drill
    long card = find(Filter.ALL).getFirst().id();
    act(learner, List.of(card), StepKind.SUSPEND);
    act(learner, List.of(card), StepKind.RESUME);
    act(learner, List.of(card), StepKind.EASE);
    History history = at(THEN, () -> cards.history(learner, card));
    assertThat(history.card()).isEqualTo(find(Filter.ALL).getFirst());
    assertThat(history.brought()).isZero();
    assertThat(history.events())
        .extracting(
            CardEvent::kind, CardEvent::grade, CardEvent::easinessBefore, CardEvent::easinessAfter)
        .containsExactly(
            tuple(StepKind.QUIZ, Grade.GOOD, 250, 250),
            tuple(StepKind.SCHEDULED, Grade.HARD, 250, 236),
            tuple(StepKind.DRILL, Grade.GOOD, 236, 236),
            tuple(StepKind.SUSPEND, null, 236, 236),
            tuple(StepKind.RESUME, null, 236, 236),
            tuple(StepKind.EASE, null, 236, 250));
    assertThat(history.events().getFirst())
        .extracting(CardEvent::at, CardEvent::intervalAfter, CardEvent::dueAfter)
        .containsExactly(MONDAY, 1, LocalDate.of(2026, 3, 3));
  }

  @Test
  void historyLeavesOutWhatWasTakenBack() {
    finish(MONDAY, 2, 0);
    List<Long> both = ids(find(Filter.ALL));
    act(learner, both, StepKind.RESET);
    act(learner, both, StepKind.SUSPEND);
    at(THEN, () -> reviewing.undo(learner));
    for (long card : both) {
      assertThat(at(THEN, () -> cards.history(learner, card)).events())
          .extracting(CardEvent::kind)
          .containsExactly(StepKind.QUIZ, StepKind.RESET);
    }
  }

  @Test
  void historyCountsAnswersFromElsewhere() {
    finish(MONDAY, 1, 0);
    String question = quiz.questions().getFirst().question().id();
    at(
        THEN,
        () ->
            past.add(
                learner,
                List.of(
                    new PastAnswer(
                        question,
                        MONDAY.minus(DAY),
                        LocalDate.of(2026, 3, 1),
                        3,
                        PastAnswer.Phase.NEW,
                        null))));
    long card = find(Filter.ALL).getFirst().id();
    History history = at(THEN, () -> cards.history(learner, card));
    assertThat(history.brought()).isEqualTo(1);
    assertThat(history.events())
        .extracting(CardEvent::kind)
        .contains(StepKind.QUIZ, StepKind.REPLAY);
  }

  @Test
  void underFsrsDifficultyTakesThePlaceOfEasiness() {
    finish(MONDAY, 1, 0);
    ReviewPreferences now = settings.of(learner.id());
    settings.change(
        learner,
        new ReviewPreferences(
            now.newPerDay(),
            now.reviewsPerDay(),
            now.fullScale(),
            now.smoothing(),
            Algorithm.FSRS,
            now.retention()));
    answer(THEN, Grade.HARD);
    Card card = find(Filter.ALL).getFirst();
    assertThat(card.difficulty()).isBetween(1.0, 10.0);
    assertThat(at(THEN, () -> cards.history(learner, card.id())).events().getLast())
        .satisfies(event -> assertThat(event.difficultyAfter()).isEqualTo(card.difficulty()))
        .satisfies(
            event -> assertThat(event.difficultyAfter()).isGreaterThan(event.difficultyBefore()));
    assertThat(act(learner, List.of(card.id()), StepKind.EASE)).isEqualTo(1);
    assertThat(find(Filter.ALL).getFirst().difficulty()).isLessThan(card.difficulty());
  }

  @Test
  void theListCostsTheSameHoweverManyCardsThereAre() {
    finish(MONDAY, 1, 1);
    Filter filter = new Filter(State.LEARNING, false, quiz.id(), "");
    assertThat(counter.statementsOf(() -> count(filter))).isEqualTo(1);
    assertThat(counter.statementsOf(() -> firstPage(filter))).isEqualTo(1);
    long card = find(Filter.ALL).getFirst().id();
    long history = counter.statementsOf(() -> cards.history(learner, card));

    catalogue.quizzes().forEach(q -> practice.finishQuiz(learner, MONDAY, q.questions(), 200));
    assertThat(count(Filter.ALL)).isGreaterThan(50);
    assertThat(counter.statementsOf(() -> count(Filter.ALL))).isEqualTo(1);
    assertThat(counter.statementsOf(() -> firstPage(Filter.ALL))).isEqualTo(1);
    assertThat(counter.statementsOf(() -> firstPage(filter))).isEqualTo(1);
    assertThat(counter.statementsOf(() -> cards.history(learner, card)))
        .isEqualTo(history)
        .isEqualTo(3);
  }

  /** Ids of questions by the state in which their cards are. */
  private Map<State, Set<String>> cardsInEachState() {
    finish(MONDAY, 1, 0);
    for (int days : List.of(1, 7, 22)) {
      practice.review(learner, MONDAY.plus(DAY.multipliedBy(days)), 0);
    }
    practice.finishQuiz(learner, THEN, quiz.questions().subList(1, 5), 3);
    act(learner, List.of(idOf(1)), StepKind.SUSPEND);
    act(learner, List.of(idOf(2)), StepKind.BURY);
    at(THEN, () -> newCards.add(learner, quiz.id()));
    Map<State, Set<String>> states = new EnumMap<>(State.class);
    states.put(State.MATURE, Set.of(questionId(0)));
    states.put(State.SUSPENDED, Set.of(questionId(1)));
    states.put(State.PUT_OFF, Set.of(questionId(2)));
    states.put(State.LEARNING, Set.of(questionId(3)));
    states.put(State.YOUNG, Set.of(questionId(4)));
    states.put(
        State.NEW,
        IntStream.range(5, quiz.questions().size())
            .mapToObj(this::questionId)
            .collect(Collectors.toSet()));
    return states;
  }

  private void finish(Instant at, int questions, int wrong) {
    practice.finishQuiz(learner, at, quiz.questions().subList(0, questions), wrong);
  }

  private void answer(Instant at, Grade grade) {
    DueCard due = at(at, () -> reviewing.next(learner)).orElseThrow();
    practice.answer(learner, at, due, grade);
  }

  private List<Card> find(Filter filter) {
    return at(THEN, () -> cards.find(learner, filter, Order.NEXT_DAY, false, 0, 200));
  }

  private List<Card> firstPage(Filter filter) {
    return at(THEN, () -> cards.find(learner, filter, Order.NEXT_DAY, false, 0, 20));
  }

  private List<Card> inOrder(Order order, boolean descending) {
    return at(THEN, () -> cards.find(learner, Filter.ALL, order, descending, 0, 200));
  }

  private int count(Filter filter) {
    return at(THEN, () -> cards.count(learner, filter));
  }

  private int act(Account who, List<Long> ids, StepKind action) {
    return at(THEN, () -> reviewing.act(who, ids, action)).cards();
  }

  private long idOf(int question) {
    return find(Filter.ALL).stream()
        .filter(card -> card.questionId().equals(questionId(question)))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String questionId(int index) {
    return quiz.questions().get(index).question().id();
  }

  private static List<Long> ids(List<Card> of) {
    return of.stream().map(Card::id).toList();
  }

  private static Filter in(State state) {
    return new Filter(state, false, null, "");
  }

  /** What a card does not have comes last in both directions. */
  private static Comparator<Card> by(Order order, boolean descending) {
    return switch (order) {
      case NEXT_DAY -> lastIfNull(Card::nextDay, descending);
      case INTERVAL -> falling(Comparator.comparing(Card::intervalDays), descending);
      case EASINESS -> falling(Comparator.comparing(Card::easiness), descending);
      case LAPSES -> falling(Comparator.comparing(Card::lapses), descending);
      case LAST_SEEN -> lastIfNull(Card::lastSeen, descending);
    };
  }

  private static Comparator<Card> lastIfNull(
      Function<Card, @Nullable LocalDate> day, boolean descending) {
    return Comparator.comparing(
        day, Comparator.nullsLast(falling(Comparator.<LocalDate>naturalOrder(), descending)));
  }

  private static <T> Comparator<T> falling(Comparator<T> order, boolean descending) {
    return descending ? order.reversed() : order;
  }
}
