package app.keypoint.review;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cards.Cards;
import app.keypoint.content.QuestionVersion;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.OneLearnersReviews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be taken back, and what stays. */
class UndoTest extends OneLearnersReviews {

  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  @Autowired Cards cards;
  @Autowired NewCards newCards;
  @Autowired CatchingUp catchingUp;
  @Autowired ReviewStatistics figures;
  @Autowired ReviewHistory history;

  @Test
  void whatAQuizRecordedSinceStays_andTheLearnerIsToldSo() {
    at(MONDAY, () -> newCards.add(learner, quiz.id()));
    act(MONDAY, ids().getFirst(), StepKind.BURY);
    studying.finishQuiz(learner, MONDAY.plusSeconds(60), quiz.questions(), 0);
    Map<String, CardState> answered = states();
    assertThat(undo(MONDAY.plusSeconds(90))).isEqualTo(refused(Undo.Reason.QUIZ));
    assertThat(states()).isEqualTo(answered).hasSize(quiz.questions().size());
  }

  @Test
  void aLaterStepOnOtherCardsIsTakenBackAllTheSame() {
    at(MONDAY, () -> newCards.add(learner, quiz.id()));
    act(MONDAY, ids().getFirst(), StepKind.SUSPEND);
    studying.finishQuiz(learner, MONDAY.plusSeconds(60), quiz.questions().subList(0, 2), 1);
    long other = ids().getLast();
    act(MONDAY.plusSeconds(90), other, StepKind.SUSPEND);
    assertThat(undo(MONDAY.plusSeconds(99))).isInstanceOf(Undo.Done.class);
  }

  @Test
  void aStaleTabIsNotToldThatAnAnswerTakenBackIsRecorded() {
    studying.finishQuiz(learner, MONDAY, one(), 1);
    DueCard card = next(MONDAY);
    studying.answer(learner, MONDAY, card, Grade.GOOD);
    assertThat(undo(MONDAY)).isInstanceOf(Undo.Done.class);
    assertThatThrownBy(() -> studying.answer(learner, MONDAY, card, Grade.GOOD))
        .isInstanceOf(StaleCardException.class);
  }

  @Test
  void aClickOnWhatWasTakenBackSinceIsStale() {
    studying.finishQuiz(learner, MONDAY, one(), 1);
    DueCard card = next(MONDAY);
    Acted first = bury(MONDAY, card, card.version());
    assertThat(bury(MONDAY, card, card.version())).as("the same click again").isEqualTo(first);
    undo(MONDAY);
    assertThatThrownBy(() -> bury(MONDAY, card, card.version()))
        .isInstanceOf(StaleCardException.class);
  }

  @Test
  void aStepThatDidNothingIsNotRecorded_soUndoTakesTheOneBefore() {
    studying.finishQuiz(learner, MONDAY, one(), 0);
    DueCard card = next(TUESDAY);
    studying.answer(learner, TUESDAY, card, Grade.GOOD);
    assertThat(bury(TUESDAY, card, card.version() + 1)).isEqualTo(Acted.NOTHING);
    assertThat(((Undo.Done) undo(TUESDAY)).kind()).isEqualTo(StepKind.SCHEDULED);
  }

  @Test
  void aNotificationsUndoTakesBackTheStepThatItNamesOrNone() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    List<Long> all = ids();
    Acted first = at(TUESDAY, () -> reviewing.act(learner, all.subList(0, 3), StepKind.SUSPEND));
    Acted second = at(TUESDAY, () -> reviewing.act(learner, all.subList(3, 5), StepKind.SUSPEND));
    assertThat(first.cards()).isEqualTo(3);
    Map<String, CardState> before = states();

    assertThat(undo(first)).isEqualTo(refused(Undo.Reason.NOT_LATEST));
    assertThat(states()).isEqualTo(before);
    assertThat(reviewing.suspended(learner)).isEqualTo(5);
    assertThat(undo(second)).isInstanceOf(Undo.Done.class);
    assertThat(undo(second)).isEqualTo(refused(Undo.Reason.ALREADY));
    assertThat(undo(first)).isInstanceOf(Undo.Done.class);
    assertThat(reviewing.suspended(learner)).isZero();
    assertThat(at(TUESDAY, () -> reviewing.undo(fixtures.learner(), second.step())))
        .as("somebody else's")
        .isEqualTo(refused(Undo.Reason.NOTHING));
  }

  /** What it would bring back was scheduled without that answer. */
  @Test
  void anAnswerBroughtFromBeforeStandsInTheWay_evenWhereItLeavesTheCardAsItIs() {
    studying.finishQuiz(learner, MONDAY, one(), 1);
    Instant later = MONDAY.plus(Duration.ofDays(30));
    studying.answer(learner, later, next(later), Grade.FORGOT);
    Map<String, CardState> answered = states();
    Instant between = MONDAY.plus(Duration.ofDays(15));
    PastAnswer lapse =
        new PastAnswer(
            one().getFirst().question().id(),
            between,
            learner.calendar().dayOf(between),
            1,
            null,
            null,
            null);
    assertThat(at(later, () -> history.add(learner, List.of(lapse))).added()).isEqualTo(1);
    assertThat(states()).isEqualTo(answered);
    assertThat(undo(later)).isEqualTo(refused(Undo.Reason.REPLAY));
  }

  @Test
  void catchingUpIsTakenBackByName() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    Instant later = MONDAY.plus(Duration.ofDays(20));
    int backlog = at(later, () -> catchingUp.backlog(learner));
    Acted spread = at(later, () -> catchingUp.spread(learner, 5));
    assertThat(at(later, () -> catchingUp.backlog(learner))).isZero();
    assertThat(at(later, () -> reviewing.undo(learner, spread.step())))
        .isInstanceOf(Undo.Done.class);
    assertThat(at(later, () -> catchingUp.backlog(learner))).isEqualTo(backlog);
  }

  @Test
  void twoTabsThatUndoAtOnceTakeBackTwoSteps() throws Exception {
    studying.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 4), 0);
    studying.review(learner, TUESDAY, 0);
    Callable<Undo> click = () -> undo(TUESDAY);
    try (var tabs = Executors.newFixedThreadPool(2)) {
      for (Future<Undo> undo : tabs.invokeAll(List.of(click, click))) {
        assertThat(undo.get()).isInstanceOf(Undo.Done.class);
      }
    }
    assertThat(at(TUESDAY, () -> reviewing.progress(learner)).left()).isEqualTo(2);
  }

  @Test
  void undoInReviewShowsNoNewCardBeyondTheDaysNumber() {
    at(MONDAY, () -> newCards.add(learner, quiz.id()));
    for (int i = 0; i < ReviewPreferences.DEFAULT.newPerDay(); i++) {
      studying.answer(learner, MONDAY, next(MONDAY), Grade.GOOD);
    }
    List<Long> untouched =
        at(
                MONDAY,
                () ->
                    cards.find(
                        learner,
                        new Cards.Filter(Cards.State.NEW, false, null, ""),
                        Cards.Order.NEXT_DAY,
                        false,
                        0,
                        9))
            .stream()
            .map(Cards.Card::id)
            .toList();
    act(MONDAY, untouched.getFirst(), StepKind.BURY);
    assertThat(undo(MONDAY)).isEqualTo(new Undo.Done(StepKind.BURY, 1, Optional.empty()));
  }

  private List<QuestionVersion> one() {
    return quiz.questions().subList(0, 1);
  }

  private static Undo refused(Undo.Reason reason) {
    return new Undo.Refused(reason);
  }

  private Undo undo(Instant at) {
    return at(at, () -> reviewing.undo(learner));
  }

  private Undo undo(Acted acted) {
    return at(TUESDAY, () -> reviewing.undo(learner, acted.step()));
  }

  private Acted bury(Instant at, DueCard card, int version) {
    return at(at, () -> reviewing.act(learner, card.cardId(), version, StepKind.BURY));
  }

  private void act(Instant at, long cardId, StepKind action) {
    Acted acted = at(at, () -> reviewing.act(learner, List.of(cardId), action));
    assertThat(acted.cards()).isEqualTo(1);
  }

  private List<Long> ids() {
    return at(
            MONDAY,
            () -> cards.find(learner, Cards.Filter.ALL, Cards.Order.NEXT_DAY, false, 0, 500))
        .stream()
        .map(Cards.Card::id)
        .toList();
  }

  private DueCard next(Instant at) {
    return at(at, () -> reviewing.next(learner)).orElseThrow();
  }

  private Map<String, CardState> states() {
    return figures.cards(learner.id()).stream()
        .collect(Collectors.toMap(CardState::questionId, Function.identity()));
  }
}
