package app.keypoint.practice;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.practice.PracticeSessions.PracticeSession;
import app.keypoint.review.Acted;
import app.keypoint.review.DueCard;
import app.keypoint.review.NewCards;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.OneLearnersReviews;
import app.keypoint.support.Responses;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What practice asks and what it leaves to the queue. */
class PracticeTest extends OneLearnersReviews {

  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  @Autowired PracticeSessions sessions;

  @Autowired PracticeAnswers practising;
  @Autowired NewCards newCards;
  @Autowired ReviewStatistics figures;

  @Test
  void aBuriedOrSuspendedCardDoesNotComeAgain() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    int all = quiz.questions().size();
    DueCard first = session(MONDAY).next().orElseThrow();
    act(MONDAY.plusSeconds(1), first, StepKind.BURY);
    assertThat(session(MONDAY).left()).isEqualTo(all - 1);
    DueCard second = session(MONDAY).next().orElseThrow();
    assertThat(second.cardId()).isNotEqualTo(first.cardId());
    practise(MONDAY.plusSeconds(5), second, false);
    DueCard wrong =
        new DueCard(
            second.cardId(),
            second.version() + 1,
            second.question(),
            second.optionOrder(),
            second.kind(),
            false,
            0,
            second.previews());
    act(MONDAY.plusSeconds(6), wrong, StepKind.SUSPEND);
    assertThat(session(MONDAY).left()).isEqualTo(all - 2);

    assertThat(practising(TUESDAY, MONDAY).left()).as("buried until then").isEqualTo(all - 1);
  }

  @Test
  void undoTakesBackWhatWasDoneInPracticeAndLeavesTheQueueAlone() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    DueCard ofQueue = at(TUESDAY, () -> reviewing.next(learner)).orElseThrow();
    studying.answer(learner, TUESDAY.plusSeconds(1), ofQueue, Grade.GOOD);
    DueCard practised = session(TUESDAY).next().orElseThrow();
    assertThat(practised.cardId()).isNotEqualTo(ofQueue.cardId());
    practise(TUESDAY.plusSeconds(2), practised, true);
    DueCard buried = session(TUESDAY).next().orElseThrow();
    act(TUESDAY.plusSeconds(3), buried, StepKind.BURY);
    int left = at(TUESDAY, () -> reviewing.progress(learner)).left();

    assertThat(undo(TUESDAY).kind()).isEqualTo(StepKind.BURY);
    Undo.Done undone = undo(TUESDAY);
    assertThat(undone.kind()).isEqualTo(StepKind.PRACTICE);
    assertThat(undone.card()).map(DueCard::cardId).contains(practised.cardId());
    assertThat(undone.card()).map(DueCard::kind).contains(StepKind.PRACTICE);
    assertThat(at(TUESDAY.plusSeconds(9), () -> practising.undo(learner, TUESDAY)))
        .isEqualTo(new Undo.Refused(Undo.Reason.NOTHING));
    assertThat(at(TUESDAY, () -> reviewing.progress(learner)).left()).isEqualTo(left + 1);
  }

  @Test
  void undoReachesNoFurtherThanTheBeginningOfThePractice() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    practise(MONDAY, session(MONDAY.minusSeconds(9)).next().orElseThrow(), true);
    assertThat(at(MONDAY.plusSeconds(9), () -> practising.undo(learner, MONDAY.plusSeconds(5))))
        .isEqualTo(new Undo.Refused(Undo.Reason.NOTHING));
  }

  @Test
  void newAndSuspendedCardsAreNotPractised() {
    at(MONDAY, () -> newCards.add(learner, quiz.id()));
    DueCard fresh = at(MONDAY, () -> reviewing.next(learner)).orElseThrow();
    assertThatThrownBy(() -> practise(MONDAY, fresh, true)).isInstanceOf(StaleCardException.class);
    assertThat(figures.cards(learner.id())).isEmpty();
    act(MONDAY, fresh, StepKind.SUSPEND);
    assertThat(session(MONDAY)).isEqualTo(new PracticeSession(0, 0, Optional.empty(), false));
  }

  private PracticeSession session(Instant since) {
    return practising(since.plusSeconds(10), since);
  }

  private PracticeSession practising(Instant at, Instant since) {
    return at(at, () -> sessions.at(learner, new PracticeScope.OfQuiz(quiz.id()), since));
  }

  private Undo.Done undo(Instant since) {
    return (Undo.Done) at(since.plusSeconds(9), () -> practising.undo(learner, since));
  }

  private void practise(Instant at, DueCard card, boolean right) {
    Question question = card.question().question();
    Response response = right ? Responses.right(question) : Responses.wrong(question);
    at(
        at,
        () -> practising.answer(learner, card.answer(response, Grade.GOOD, Duration.ofSeconds(5))));
  }

  private void act(Instant at, DueCard card, StepKind action) {
    Acted acted = at(at, () -> practising.act(learner, card.cardId(), card.version(), action));
    assertThat(acted.cards()).isEqualTo(1);
  }
}
