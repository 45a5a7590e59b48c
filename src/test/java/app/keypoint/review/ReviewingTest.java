package app.keypoint.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.quiz.QuizFinished.Result;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** The daily review as a learner lives it, on the shipped quizzes. */
@ServiceTest
class ReviewingTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Autowired Reviewing reviewing;
  @Autowired ReviewStatistics figures;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Account learner;

  @BeforeEach
  void learner() {
    learner = fixtures.learner();
  }

  @Test
  void finishingAQuizPutsItsQuestionsUnderReview_wrongOnesToday_rightOnesTomorrow() {
    finishQuiz(MONDAY, 10, 3);
    assertThat(at(MONDAY, () -> reviewing.progress(learner)))
        .isEqualTo(new ReviewProgress(0, 3, 0, 0, 0, 0, day(1), 7));
    assertThat(figures.activity(learner.id(), day(0), day(0)))
        .singleElement()
        .extracting(DayActivity::answers)
        .isEqualTo(10);
  }

  @Test
  void finishingItAgainLeavesTheSchedulesAlone() {
    finishQuiz(MONDAY, 10, 3);
    finishQuiz(MONDAY.plus(Duration.ofDays(1)), 10, 10);
    assertThat(at(MONDAY, () -> reviewing.progress(learner)).left()).isEqualTo(3);
  }

  @Test
  void aForgottenCardComesBackAfterTheOthersUntilItIsRemembered() {
    finishQuiz(MONDAY, 3, 3);
    DueCard first = next(MONDAY);
    assertThat(answerWrongly(MONDAY.plusSeconds(1), first))
        .isEqualTo(new Recorded(Grade.FORGOT, 0, true, false));
    assertThat(next(MONDAY).cardId()).isNotEqualTo(first.cardId());
    answerRightly(MONDAY.plusSeconds(2), next(MONDAY), Grade.GOOD);
    answerRightly(MONDAY.plusSeconds(3), next(MONDAY), Grade.GOOD);
    assertThat(next(MONDAY).cardId()).isEqualTo(first.cardId());
    answerRightly(MONDAY.plusSeconds(4), next(MONDAY), Grade.GOOD);
    assertThat(at(MONDAY, () -> reviewing.next(learner))).isEmpty();
    assertThat(at(MONDAY, () -> reviewing.progress(learner)))
        .isEqualTo(new ReviewProgress(3, 0, 0, 0, 0, 0, day(1), 3));
  }

  @Test
  void hardIsDrilledTodayWithoutTouchingTheScheduleAgain() {
    finishQuiz(MONDAY, 1, 1);
    assertThat(answerRightly(MONDAY, next(MONDAY), Grade.HARD))
        .isEqualTo(new Recorded(Grade.HARD, 1, true, false));
    DueCard drill = next(MONDAY);
    assertThat(drill.kind()).isEqualTo(StepKind.DRILL);
    answerRightly(MONDAY, drill, Grade.EASY);
    CardState card = figures.cards(learner.id()).getFirst();
    assertThat(card.easiness()).isEqualTo(236);
    assertThat(card.intervalDays()).isEqualTo(1);
  }

  @Test
  void everyButtonDoesWhatItsPreviewSaid() {
    for (Grade grade : List.of(Grade.FORGOT, Grade.HARD, Grade.GOOD, Grade.EASY)) {
      learner = fixtures.learner();
      finishQuiz(MONDAY, 1, 0);
      Instant later = MONDAY.plus(Duration.ofDays(1));
      DueCard card = next(later);
      DueCard.Preview preview = card.previews().get(grade);
      Recorded recorded =
          grade.lapse() ? answerWrongly(later, card) : answerRightly(later, card, grade);
      assertThat(recorded)
          .isEqualTo(new Recorded(grade, preview.intervalDays(), preview.againToday(), false));
    }
  }

  @Test
  void theSameClickTwiceCountsOnceAndAnswersTheSame() {
    finishQuiz(MONDAY, 2, 2);
    DueCard card = next(MONDAY);
    Recorded once = answerRightly(MONDAY, card, Grade.GOOD);
    assertThat(answerRightly(MONDAY, card, Grade.EASY)).isEqualTo(once);
    assertThat(at(MONDAY, () -> reviewing.progress(learner)).cleared()).isEqualTo(1);
    assertThat(answersOn(day(0))).isEqualTo(2 + 1);
  }

  @Test
  void twoTabsThatAnswerAtOnceCountOnce() throws Exception {
    finishQuiz(MONDAY, 1, 1);
    DueCard card = next(MONDAY);
    Callable<Recorded> click = () -> answerRightly(MONDAY, card, Grade.GOOD);
    try (var tabs = Executors.newFixedThreadPool(2)) {
      List<Recorded> answers = new ArrayList<>();
      for (Future<Recorded> answer : tabs.invokeAll(List.of(click, click, click, click))) {
        answers.add(answer.get());
      }
      assertThat(Set.copyOf(answers)).hasSize(1);
    }
    assertThat(answersOn(day(0))).isEqualTo(1 + 1);
  }

  @Test
  void undoRestoresCardCountsAndFiguresExactly() {
    finishQuiz(MONDAY, 4, 2);
    Instant tuesday = MONDAY.plus(Duration.ofDays(1));
    DueCard card = next(tuesday);
    CardState before = state(card);
    ReviewProgress progress = at(tuesday, () -> reviewing.progress(learner));
    answerWrongly(tuesday, card);
    answerRightly(tuesday, next(tuesday), Grade.HARD);

    at(tuesday, () -> reviewing.undo(learner));
    Undo.Done undone = (Undo.Done) at(tuesday, () -> reviewing.undo(learner));

    assertThat(undone.card()).map(DueCard::cardId).contains(card.cardId());
    assertThat(state(card)).isEqualTo(before);
    assertThat(at(tuesday, () -> reviewing.progress(learner))).isEqualTo(progress);
    assertThat(next(tuesday).cardId()).isEqualTo(card.cardId());
    assertThat(figures.activity(learner.id(), day(1), day(1)))
        .singleElement()
        .isEqualTo(
            new DayActivity(
                day(1),
                0,
                0,
                Retention.NONE,
                Duration.ZERO,
                Duration.ZERO,
                ConfidenceTally.NONE,
                DayActivity.Brought.NONE));
  }

  @Test
  void undoReachesTheLastCardOfTheDayAndStopsAtTheQuiz() {
    finishQuiz(MONDAY, 1, 1);
    answerRightly(MONDAY, next(MONDAY), Grade.GOOD);
    assertThat(at(MONDAY, () -> reviewing.undo(learner))).isInstanceOf(Undo.Done.class);
    assertThat(at(MONDAY, () -> reviewing.undo(learner)))
        .isEqualTo(new Undo.Refused(Undo.Reason.NOTHING));
    assertThat(at(MONDAY, () -> reviewing.progress(learner)).left()).isEqualTo(1);
  }

  @Test
  void anAnswerToWhatWasUndoneMeanwhileIsRecordedOnlyForTheCardAsItNowIs() {
    finishQuiz(MONDAY, 1, 1);
    DueCard card = next(MONDAY);
    at(
        MONDAY,
        () -> {
          reviewing.act(learner, card.cardId(), card.version(), StepKind.BURY);
          return null;
        });
    assertThatThrownBy(() -> answerRightly(MONDAY, card, Grade.GOOD))
        .isInstanceOf(StaleCardException.class);
  }

  @Test
  void aWrongAnswerIsForgottenWhateverGradeIsSent() {
    finishQuiz(MONDAY, 1, 1);
    DueCard card = next(MONDAY);
    Recorded recorded =
        at(
            MONDAY,
            () ->
                reviewing.answer(
                    learner,
                    answer(card, Responses.wrong(card.question().question()), Grade.EASY)));
    assertThat(recorded.grade()).isEqualTo(Grade.FORGOT);
  }

  @Test
  void buryingTakesTheCardAwayUntilTomorrow_suspendingUntilItIsPutBack() {
    finishQuiz(MONDAY, 2, 2);
    DueCard first = next(MONDAY);
    at(
        MONDAY,
        () -> {
          reviewing.act(learner, first.cardId(), first.version(), StepKind.BURY);
          return null;
        });
    DueCard second = next(MONDAY);
    assertThat(second.cardId()).isNotEqualTo(first.cardId());
    at(
        MONDAY,
        () -> {
          reviewing.act(learner, second.cardId(), second.version(), StepKind.SUSPEND);
          return null;
        });
    assertThat(at(MONDAY, () -> reviewing.next(learner))).isEmpty();

    Instant tuesday = MONDAY.plus(Duration.ofDays(1));
    assertThat(at(tuesday, () -> reviewing.progress(learner)).left()).isEqualTo(1);
    assertThat(reviewing.suspended(learner)).isEqualTo(1);
    assertThat(at(tuesday, () -> reviewing.resume(learner))).isEqualTo(1);
    assertThat(reviewing.suspended(learner)).isZero();
    assertThat(at(tuesday, () -> reviewing.progress(learner)).left()).isEqualTo(2);
    assertThat(at(tuesday, () -> reviewing.undo(learner))).isInstanceOf(Undo.Done.class);
    assertThat(at(tuesday, () -> reviewing.progress(learner)).left()).isEqualTo(1);
  }

  @Test
  void theDayTurnsAtTheLearnersRolloverHourInTheirZone() {
    learner = fixtures.learner(new StudyCalendar(ZoneId.of("Asia/Shanghai"), 4));
    Instant lateEvening = Instant.parse("2026-03-02T19:30:00Z"); // 03:30 on the 3rd in Shanghai
    finishQuiz(lateEvening, 1, 0);
    assertThat(at(lateEvening.plus(Duration.ofMinutes(29)), () -> reviewing.next(learner)))
        .isEmpty();
    assertThat(at(lateEvening.plus(Duration.ofMinutes(30)), () -> reviewing.next(learner)))
        .isPresent();
  }

  @Test
  void aClockSetBackByADayMakesNothingDueTwice() {
    finishQuiz(MONDAY, 1, 1);
    answerRightly(MONDAY, next(MONDAY), Grade.GOOD);
    Instant sunday = MONDAY.minus(Duration.ofDays(1));
    assertThat(at(sunday, () -> reviewing.next(learner))).isEmpty();
    assertThat(at(MONDAY, () -> reviewing.next(learner))).isEmpty();
    assertThat(at(MONDAY.plus(Duration.ofDays(1)), () -> reviewing.next(learner))).isPresent();
  }

  @Test
  void nobodyReachesAnothersCards() {
    finishQuiz(MONDAY, 1, 1);
    DueCard card = next(MONDAY);
    Account other = fixtures.learner();
    assertThatThrownBy(
            () ->
                reviewing.answer(
                    other, answer(card, Responses.right(card.question().question()), Grade.GOOD)))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> reviewing.act(other, card.cardId(), card.version(), StepKind.BURY))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> reviewing.act(other, card.cardId(), card.version(), StepKind.SUSPEND))
        .isInstanceOf(GoneException.class);
    assertThat(at(MONDAY, () -> reviewing.next(other))).isEmpty();
    assertThat(at(MONDAY, () -> reviewing.undo(other)))
        .isEqualTo(new Undo.Refused(Undo.Reason.NOTHING));
    assertThat(at(MONDAY, () -> reviewing.resume(other))).isZero();
    assertThat(at(MONDAY, () -> reviewing.progress(learner)).left()).isEqualTo(1);
  }

  @Test
  void aClickCostsTheSameFewStatementsHoweverManyCardsThereAre() {
    finishQuiz(MONDAY, 1, 1);
    long withOne = counter.statementsOf(() -> next(MONDAY));
    answerRightly(MONDAY, next(MONDAY), Grade.HARD);
    DueCard card = next(MONDAY);
    long answerWithOne = counter.statementsOf(() -> answerRightly(MONDAY, card, Grade.HARD));

    finishAllQuizzes(MONDAY);
    // Preferences, counters of the day, sums of what waits (due, new), the head of
    // the
    // queue, the card; the question before it where there is a choice.
    assertThat(counter.statementsOf(() -> next(MONDAY)))
        .isBetween(withOne, withOne + 1)
        .isEqualTo(7);
    DueCard another = next(MONDAY);
    // Note who was seen, count the step, preferences, the card, append, update the card, bump the
    // day; a sequence is asked once in fifty.
    assertThat(counter.statementsOf(() -> answerRightly(MONDAY, another, Grade.HARD)))
        .isBetween(answerWithOne - 1, answerWithOne + 1)
        .isBetween(7L, 8L);
    assertThat(counter.statementsOf(() -> at(MONDAY, () -> reviewing.progress(learner))))
        .isEqualTo(5);
  }

  @Test
  void theFiguresOfTheDayAreThoseOfItsAnswers() {
    finishQuiz(MONDAY, 4, 0);
    Instant tuesday = MONDAY.plus(Duration.ofDays(1));
    answerRightly(tuesday, next(tuesday), Grade.GOOD);
    answerWrongly(tuesday, next(tuesday));
    assertThat(figures.load(learner.id(), day(2))).isEqualTo(new LearnerLoad(3, 3, 4, 0, 0));
    assertThat(figures.forecast(learner.id(), day(1), 9))
        .containsEntry(day(1), 3)
        .containsEntry(day(7), 1)
        .hasSize(9);
    assertThat(figures.activity(learner.id(), day(0), day(1)).getLast())
        .isEqualTo(
            new DayActivity(
                day(1),
                2,
                1,
                new Retention(1, 2),
                TEN_SECONDS.multipliedBy(2),
                TEN_SECONDS.multipliedBy(2),
                ConfidenceTally.NONE,
                DayActivity.Brought.NONE));
  }

  private void finishQuiz(Instant at, int questions, int wrong) {
    finish(at, catalogue.quizzes().get(1).questions().subList(0, questions), wrong);
  }

  private void finishAllQuizzes(Instant at) {
    catalogue.quizzes().forEach(quiz -> finish(at, quiz.questions(), quiz.questions().size()));
  }

  private void finish(Instant at, List<QuestionVersion> questions, int wrong) {
    List<Result> results = new ArrayList<>();
    for (QuestionVersion version : questions) {
      results.add(new Result(version.question().id(), results.size() >= wrong));
    }
    transactions.executeWithoutResult(
        tx -> {
          results.forEach(
              result ->
                  events.publishEvent(
                      new QuizAnswered(learner.id(), at, learner.calendar().dayOf(at))));
          events.publishEvent(
              new QuizFinished(1, learner.id(), "quiz", at, 0, results.size(), results));
        });
  }

  private DueCard next(Instant at) {
    return at(at, () -> reviewing.next(learner)).orElseThrow();
  }

  private Recorded answerRightly(Instant at, DueCard card, Grade grade) {
    return at(
        at,
        () ->
            reviewing.answer(
                learner, answer(card, Responses.right(card.question().question()), grade)));
  }

  private Recorded answerWrongly(Instant at, DueCard card) {
    return at(
        at,
        () ->
            reviewing.answer(
                learner, answer(card, Responses.wrong(card.question().question()), Grade.FORGOT)));
  }

  private static CardAnswer answer(DueCard card, Response response, Grade grade) {
    return card.answer(response, grade, TEN_SECONDS);
  }

  private CardState state(DueCard card) {
    return figures.cards(learner.id()).stream()
        .filter(state -> state.questionId().equals(card.question().question().id()))
        .findFirst()
        .orElseThrow();
  }

  private int answersOn(LocalDate day) {
    return figures.activity(learner.id(), day, day).getFirst().answers();
  }

  private static LocalDate day(int afterMonday) {
    return LocalDate.of(2026, 3, 2).plusDays(afterMonday);
  }

  private static <T> T at(Instant instant, Supplier<T> action) {
    List<T> result = new ArrayList<>();
    SimulatedTime.at(instant, () -> result.add(action.get()));
    return result.getFirst();
  }
}
