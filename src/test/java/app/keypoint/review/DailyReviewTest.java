package app.keypoint.review;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cards.Cards;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.practice.Exam;
import app.keypoint.practice.Exams;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.practice.PracticeSessions.PracticeSession;
import app.keypoint.review.CatchingUp.DayLoad;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.OneLearnersReviews;
import app.keypoint.support.Responses;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What makes a daily review bearable for years, as a learner lives it. */
class DailyReviewTest extends OneLearnersReviews {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Autowired ReviewSettings settings;
  @Autowired ReviewStatistics figures;
  @Autowired NewCards newCards;
  @Autowired PracticeSessions sessions;
  @Autowired PracticeAnswers practising;
  @Autowired Exams exams;
  @Autowired CatchingUp catchingUp;
  @Autowired Cards cards;
  @Autowired ReviewHistory history;

  // Queue

  @Test
  void overdueCardsComeFirstByHowLateTheyAreRelativeToTheirInterval() {
    List<QuestionVersion> three = ofDifferentKeyPoints(3);
    studying.finishQuiz(learner, MONDAY, three, 0);
    String first = three.getFirst().question().id();
    studying.review(learner, day(1), 0); // all at six days
    // One more step for one card only: fifteen days.
    answer(day(7), question(three.get(1)), Grade.GOOD);
    // On day 23 that one is one day late of fifteen, the others sixteen of six.
    List<String> order = reviewAll(day(23));
    assertThat(order).hasSize(3).endsWith(three.get(1).question().id()).contains(first);
  }

  @Test
  void cardsOfOneKeyPointAreKeptApartWhileOthersWait() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    List<String> keyPoints = reviewAll(day(1)).stream().map(this::keyPoint).toList();
    assertThat(keyPoints).hasSize(quiz.questions().size());
    int inARow = 0;
    for (int i = 1; i < keyPoints.size(); i++) {
      inARow += keyPoints.get(i).equals(keyPoints.get(i - 1)) ? 1 : 0;
    }
    assertThat(inARow).as("neighbours of one key point").isLessThanOrEqualTo(1);
  }

  @Test
  void newCardsAreMixedInUpToTheDaysNumber_andWaitForTheNextDay() {
    settings.change(learner, preferences(4, null));
    studying.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 8), 0);
    Quiz another = catalogue.quizzes().get(2);
    assertThat(at(day(1), () -> newCards.add(learner, another.id())))
        .isEqualTo(another.questions().size());

    assertThat(progress(day(1)).fresh()).isEqualTo(4);
    assertThat(progress(day(1)).left()).isEqualTo(8 + 4);
    List<Boolean> fresh = new ArrayList<>();
    for (Optional<DueCard> card = next(day(1)); card.isPresent(); card = next(day(1))) {
      fresh.add(card.get().fresh());
      studying.answer(learner, day(1), card.get(), Grade.GOOD);
    }
    assertThat(fresh).hasSize(12).filteredOn(Boolean::booleanValue).hasSize(4);
    // Every third.
    assertThat(fresh.subList(0, 3)).containsOnlyOnce(true);
    assertThat(fresh.subList(9, 12)).containsOnlyOnce(true);
    assertThat(progress(day(1)).left()).isZero();
    assertThat(progress(day(2)).fresh()).isEqualTo(4);
  }

  @Test
  void newCardsNotBegunCanBeTakenBack_andAQuizBeginsThemToo() {
    newCards.add(learner, quiz.id());
    assertThat(newCards.add(learner, quiz.id())).as("a second time").isZero();
    studying.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 2), 0);
    int rest = quiz.questions().size() - 2;
    assertThat(newCards.waiting(learner.id())).containsEntry(quiz.id(), rest);
    assertThat(newCards.withdraw(learner, quiz.id())).isEqualTo(rest);
    assertThat(newCards.waiting(learner.id())).isEmpty();
    assertThat(figures.cards(learner.id())).hasSize(2);
  }

  @Test
  void aLimitHoldsBackWhatIsBeyondIt_andTheCountsAgreeAllTheWayAndAfterUndo() {
    settings.change(learner, preferences(10, 5));
    studying.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 9), 0);
    ReviewProgress start = progress(day(1));
    assertThat(start.left()).isEqualTo(5);
    assertThat(start.overLimit()).isEqualTo(4);

    List<ReviewProgress> before = new ArrayList<>();
    for (Optional<DueCard> card = next(day(1)); card.isPresent(); card = next(day(1))) {
      ReviewProgress now = progress(day(1));
      assertThat(at(day(1), () -> reviewing.queue(learner)).progress()).isEqualTo(now);
      assertThat(now.total()).isEqualTo(5);
      before.add(now);
      studying.answer(learner, day(1), card.get(), before.size() == 2 ? Grade.HARD : Grade.GOOD);
    }
    assertThat(progress(day(1)).left()).isZero();
    assertThat(progress(day(1)).overLimit()).isEqualTo(4);
    for (ReviewProgress then : before.reversed()) {
      at(day(1), () -> reviewing.undo(learner));
      assertThat(progress(day(1))).isEqualTo(then);
    }
    assertThat(progress(day(2)).left()).as("the next day").isEqualTo(5);
  }

  // Undo

  @Test
  void thirtyStepsCanBeTakenBack_alsoOnTheNextDay_andNotOneMore() {
    List<QuestionVersion> many =
        catalogue.quizzes().stream().flatMap(each -> each.questions().stream()).limit(40).toList();
    studying.finishQuiz(learner, MONDAY, many, 0);
    studying.review(learner, day(1), 0);
    int answers =
        figures.activity(learner.id(), DAY.plusDays(1), DAY.plusDays(1)).getFirst().answers();
    assertThat(answers).isEqualTo(40);
    for (int step = 1; step <= 30; step++) {
      assertThat(at(day(2), () -> reviewing.undo(learner)))
          .as("step " + step)
          .isInstanceOf(Undo.Done.class);
    }
    assertThat(at(day(2), () -> reviewing.undo(learner)))
        .isEqualTo(new Undo.Refused(Undo.Reason.NOTHING));
    assertThat(
            figures.activity(learner.id(), DAY.plusDays(1), DAY.plusDays(1)).getFirst().answers())
        .as("the counters of the day of the answers")
        .isEqualTo(10);
    assertThat(progress(day(2)).left()).isEqualTo(30);
  }

  @Test
  void aStepOfManyCardsIsTakenBackAsAWhole() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    List<Long> all = ids(Cards.Filter.ALL);
    reviewing.act(learner, all, StepKind.SUSPEND);
    assertThat(progress(day(1)).left()).isZero();
    Undo.Done undone = (Undo.Done) at(day(1), () -> reviewing.undo(learner));
    assertThat(undone.kind()).isEqualTo(StepKind.SUSPEND);
    assertThat(undone.cards()).isEqualTo(all.size());
    assertThat(progress(day(1)).left()).isEqualTo(all.size());
  }

  // After a break

  @Test
  void catchingUpSpreadsTheBacklogWithoutTouchingIntervals_andCanBeUndone() {
    List<QuestionVersion> all =
        catalogue.quizzes().stream().flatMap(each -> each.questions().stream()).toList();
    studying.finishQuiz(learner, MONDAY, all, 0);
    studying.review(learner, day(1), 0);
    Instant back = day(31);
    assertThat(progress(back).backlog()).isEqualTo(all.size());
    assertThat(progress(back).today()).isZero();
    Map<String, CardState> before = states();

    SortedMap<LocalDate, DayLoad> plan = at(back, () -> catchingUp.plan(learner, 7));
    assertThat(progress(back).backlog()).as("nothing has changed yet").isEqualTo(all.size());
    assertThat(plan).hasSize(7);
    assertThat(plan.values().stream().mapToInt(DayLoad::fromBacklog).sum()).isEqualTo(all.size());
    int most = plan.values().stream().mapToInt(DayLoad::total).max().orElseThrow();
    int least = plan.values().stream().mapToInt(DayLoad::total).min().orElseThrow();
    assertThat(most - least).isLessThanOrEqualTo(1);

    at(back, () -> catchingUp.spread(learner, 7));
    SortedMap<LocalDate, Integer> forecast = figures.forecast(learner.id(), DAY.plusDays(31), 7);
    plan.forEach((day, load) -> assertThat(forecast).containsEntry(day, load.total()));
    assertThat(progress(back).backlog()).isZero();
    assertThat(states()).isEqualTo(before);

    at(back, () -> reviewing.undo(learner));
    assertThat(progress(back).backlog()).isEqualTo(all.size());
  }

  @Test
  void theMostForgettableOfTheBacklogComeFirst() {
    List<QuestionVersion> two = ofDifferentKeyPoints(2);
    studying.finishQuiz(learner, MONDAY, two, 0);
    studying.review(learner, day(1), 0);
    answer(day(7), question(two.getFirst()), Grade.GOOD); // fifteen days from now
    at(day(40), () -> catchingUp.spread(learner, 2));
    assertThat(next(day(40)).orElseThrow().question()).isEqualTo(two.getLast());
    assertThat(progress(day(40)).left()).isEqualTo(1);
  }

  // Studying and exams

  @Test
  void practiceGoesRoundUntilAllIsRight_andLeavesSchedulesAndQueueAlone() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 2);
    Map<String, CardState> before = states();
    ReviewProgress queue = progress(MONDAY);
    PracticeScope scope = new PracticeScope.OfQuiz(quiz.id());
    Instant since = MONDAY.plusSeconds(60);
    Set<Long> wrongOnce = new HashSet<>();
    int answers = 0;
    PracticeSession session = session(since, scope, since);
    while (session.next().isPresent()) {
      DueCard card = session.next().get();
      assertThat(card.kind()).isEqualTo(StepKind.PRACTICE);
      boolean right = !wrongOnce.add(card.cardId()) || wrongOnce.size() > 3;
      practise(since.plusSeconds(++answers), card, right);
      session = session(since.plusSeconds(answers), scope, since);
    }
    assertThat(answers).isEqualTo(quiz.questions().size() + 3);
    assertThat(session.done()).isEqualTo(quiz.questions().size());
    assertThat(states()).isEqualTo(before);
    assertThat(progress(MONDAY)).isEqualTo(queue);
    // Begun anew, all of it is asked again; an undone answer too.
    Instant again = since.plusSeconds(3_600);
    assertThat(session(again, scope, again).left()).isEqualTo(quiz.questions().size());
    at(again, () -> reviewing.undo(learner));
    assertThat(session(again, scope, since).left()).isEqualTo(1);
  }

  @Test
  void practiceOffersTheHardestAndWhatWasWrongThisWeek() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 2);
    studying.review(learner, MONDAY, 0);
    assertThat(session(MONDAY, new PracticeScope.WrongThisWeek(), MONDAY).left()).isEqualTo(2);
    assertThat(session(day(8), new PracticeScope.WrongThisWeek(), day(8)).left()).isZero();
    assertThat(session(day(1), new PracticeScope.Hardest(), day(1)).left()).isZero();
    studying.review(learner, day(1), 3);
    assertThat(session(day(1), new PracticeScope.Hardest(), day(2)).left()).isEqualTo(3);
    String keyPoint = quiz.keyPoints().getFirst().id();
    assertThat(session(day(1), new PracticeScope.OfKeyPoint(keyPoint), day(2)).left())
        .isEqualTo(
            (int)
                quiz.questions().stream()
                    .filter(version -> version.question().keyPointId().equals(keyPoint))
                    .count());
  }

  @Test
  void beforeAnExamEachCardIsSeenShortlyBeforeIt() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    for (int day : List.of(1, 7, 22)) {
      studying.review(learner, day(day), 0); // then due on day 60
    }
    LocalDate examDay = DAY.plusDays(40);
    at(
        day(22),
        () -> {
          exams.set(learner, quiz.id(), examDay);
          return null;
        });
    Map<String, CardState> before = states();
    assertThat(exam(day(22)).today()).as("too early").isZero();
    assertThat(exam(day(22)).practiceFrom()).isEqualTo(examDay.minusDays(3));

    int practised = 0;
    for (int day = 37; day < 40; day++) {
      Instant now = day(day);
      int offered = exam(now).today();
      assertThat(offered).isPositive();
      PracticeScope scope = new PracticeScope.BeforeExam(quiz.id());
      PracticeSession session = session(now, scope, now);
      assertThat(session.left()).isEqualTo(offered);
      while (session.next().isPresent()) {
        practise(now.plusSeconds(1), session.next().get(), true);
        practised++;
        session = session(now.plusSeconds(2), scope, now);
      }
      assertThat(exam(now).today()).as("done for this day").isZero();
    }
    assertThat(practised).isEqualTo(quiz.questions().size());
    assertThat(exam(day(39)).seen()).isEqualTo(quiz.questions().size());
    assertThat(states()).as("what was earned").isEqualTo(before);
    assertThat(at(day(41), () -> exams.of(learner))).as("when it is over").isEmpty();
  }

  @Test
  void anExamLiesAheadAndOnAQuizThatThereIs() {
    assertThatThrownBy(() -> at(MONDAY, () -> set(quiz.id(), DAY)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> at(MONDAY, () -> set("none", DAY.plusDays(9))))
        .isInstanceOf(GoneException.class);
    at(MONDAY, () -> set(quiz.id(), DAY.plusDays(9)));
    at(MONDAY, () -> set(quiz.id(), DAY.plusDays(12)));
    assertThat(exam(MONDAY).day()).isEqualTo(DAY.plusDays(12));
    assertThat(at(MONDAY, () -> exams.of(fixtures.learner()))).isEmpty();
    exams.remove(learner, quiz.id());
    assertThat(at(MONDAY, () -> exams.of(learner))).isEmpty();
  }

  // Card actions

  @Test
  void startingAfreshForgetsEaseAndLapses_resettingEasinessLeavesTheDay() {
    studying.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 1), 0);
    DueCard card = next(day(1)).orElseThrow();
    studying.answer(learner, day(1), card, Grade.HARD);
    CardState hard = states().values().iterator().next();
    assertThat(hard.easiness()).isEqualTo(236);

    act(day(1), card.cardId(), StepKind.EASE);
    CardState eased = states().values().iterator().next();
    assertThat(eased.easiness()).isEqualTo(250);
    assertThat(eased.due()).isEqualTo(hard.due());

    act(day(1), card.cardId(), StepKind.RESET);
    CardState afresh = states().values().iterator().next();
    assertThat(afresh.intervalDays()).isZero();
    assertThat(afresh.repetitions()).isZero();
    at(day(1), () -> reviewing.undo(learner));
    at(day(1), () -> reviewing.undo(learner));
    assertThat(states().values()).containsExactly(hard);
  }

  @Test
  void hardAfterAMissIsTalkedAboutOnce() {
    List<QuestionVersion> typed =
        catalogue.quizzes().stream()
            .flatMap(each -> each.questions().stream())
            .filter(version -> Responses.right(version.question()) instanceof Response.Typed)
            .limit(4)
            .toList();
    studying.finishQuiz(learner, MONDAY, typed, 0);
    List<Boolean> told = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      DueCard card = next(day(1)).orElseThrow();
      CardAnswer miss =
          card.answer(
              new Response.Typed("something else", true), Grade.HARD, Duration.ofSeconds(5));
      told.add(at(day(1), () -> reviewing.answer(learner, miss)).hardAfterMiss());
    }
    assertThat(told).containsExactly(false, false, true, false);
  }

  @Test
  void nobodyReachesAnothersCards() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 2);
    at(MONDAY, () -> set(quiz.id(), DAY.plusDays(1)));
    DueCard card = next(MONDAY).orElseThrow();
    List<Long> all = ids(Cards.Filter.ALL);
    Map<String, CardState> before = states();
    Account other = fixtures.learner();
    CardAnswer answer =
        card.answer(Responses.right(card.question().question()), Grade.GOOD, Duration.ZERO);
    assertThatThrownBy(() -> practising.answer(other, answer)).isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> cards.history(other, card.cardId())).isInstanceOf(GoneException.class);
    assertThat(reviewing.act(other, all, StepKind.SUSPEND)).isEqualTo(Acted.NOTHING);
    assertThat(cards.count(other, Cards.Filter.ALL)).isZero();
    assertThat(at(day(9), () -> catchingUp.backlog(other))).isZero();
    assertThat(at(day(9), () -> catchingUp.spread(other, 5))).isEqualTo(Acted.NOTHING);
    assertThat(newCards.withdraw(other, quiz.id())).isZero();
    assertThat(at(MONDAY, () -> sessions.at(other, new PracticeScope.OfQuiz(quiz.id()), MONDAY)))
        .isEqualTo(new PracticeSession(0, 0, Optional.empty(), false));
    exams.remove(other, quiz.id());
    settings.change(other, fsrs(0.9));
    assertThat(at(MONDAY, () -> exams.of(learner))).hasSize(1);
    assertThat(states()).isEqualTo(before);
    assertThat(settings.of(learner.id())).isEqualTo(ReviewPreferences.DEFAULT);
  }

  // Schedulers

  @Test
  void switchingReplaysTheLogLosesNothingAndIsReversible() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 2);
    for (int day : List.of(0, 1, 2, 7, 9, 23)) {
      studying.review(learner, day(day), 2);
    }
    act(day(23), ids(Cards.Filter.ALL).getFirst(), StepKind.SUSPEND);
    Map<String, CardState> sm2 = states();
    int answers = history.answers(learner.id()).size();

    at(day(23), () -> settings.change(learner, fsrs(0.9)));
    assertThat(states().values()).allSatisfy(card -> assertThat(card.stability()).isPositive());
    assertThat(history.answers(learner.id())).hasSize(answers);
    assertThat(at(day(23), () -> reviewing.undo(learner)))
        .as("no undo across it")
        .isEqualTo(new Undo.Refused(Undo.Reason.REPLAY));
    Map<String, CardState> fsrs = states();
    at(day(23), () -> settings.change(learner, fsrs(0.95)));
    assertThat(intervals(states())).as("more wanted, sooner asked").isLessThan(intervals(fsrs));

    at(day(23), () -> settings.change(learner, ReviewPreferences.DEFAULT));
    assertThat(states()).isEqualTo(sm2);
  }

  @Test
  void anotherSchedulerKeepsNoDaysPutOffThatMakeNoSenseUnderIt_andComingBackGivesTheSame() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    studying.review(learner, day(1), 0);
    at(day(9), () -> catchingUp.spread(learner, 30)); // SM-2 had them due on day 7
    act(day(9), ids(Cards.Filter.ALL).getFirst(), StepKind.BURY);
    Map<Long, Cards.Card> sm2 = list(day(9));

    at(day(9), () -> settings.change(learner, fsrs(0.75)));
    assertThat(states().values())
        .as("due later than the day of catching up")
        .allSatisfy(card -> assertThat(card.due()).isAfter(DAY.plusDays(9)));
    assertThat(list(day(9)).values())
        .allSatisfy(card -> assertThat(card.state()).isNotEqualTo(Cards.State.PUT_OFF))
        .allSatisfy(
            card -> assertThat(card.nextDay()).isEqualTo(states().get(card.questionId()).due()));
    at(day(9), () -> settings.change(learner, ReviewPreferences.DEFAULT));
    assertThat(list(day(9))).isEqualTo(sm2);
  }

  @Test
  void underFsrsEveryButtonDoesWhatItsPreviewSaid() {
    settings.change(learner, fsrs(0.9));
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    for (Grade grade : Grade.FOUR) {
      DueCard card = next(day(3)).orElseThrow();
      DueCard.Preview preview = card.previews().get(grade);
      var recorded = studying.answer(learner, day(3), card, grade);
      assertThat(recorded.intervalDays()).isEqualTo(preview.intervalDays());
      assertThat(recorded.againToday()).isEqualTo(preview.againToday());
    }
  }

  @Test
  void smoothingMovesDueDaysButNotIntervals_asThePreviewSaid() {
    settings.change(learner, new ReviewPreferences(10, null, false, true, Algorithm.SM2, 0.9));
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    studying.review(learner, day(1), 0);
    Set<LocalDate> dues = new HashSet<>();
    for (int day = 6; day <= 8; day++) {
      for (Optional<DueCard> card = next(day(day)); card.isPresent(); card = next(day(day))) {
        DueCard.Preview preview = card.get().previews().get(Grade.GOOD);
        assertThat(studying.answer(learner, day(day), card.get(), Grade.GOOD).intervalDays())
            .isEqualTo(preview.intervalDays());
      }
    }
    states().values().forEach(card -> dues.add(card.due()));
    assertThat(states().values()).allSatisfy(card -> assertThat(card.intervalDays()).isEqualTo(15));
    assertThat(dues).as("spread over days").hasSizeGreaterThan(2);
    Map<String, CardState> smoothed = states();
    // A replay takes what smoothing chose from the log.
    at(day(9), () -> settings.change(learner, fsrs(0.9)));
    at(day(9), () -> settings.change(learner, ReviewPreferences.DEFAULT));
    assertThat(states()).isEqualTo(smoothed);
  }

  // History from elsewhere

  @Test
  void answersFromElsewhereBecomeACardsPast_onceOnly() {
    String question = question(quiz.questions().getFirst());
    List<PastAnswer> brought =
        List.of(
            past(question, -60, 3, Phase.NEW),
            past(question, -59, 3, Phase.REVIEW),
            past(question, -53, 3, Phase.REVIEW),
            past("another program's card", -50, 1, null));
    assertThat(at(MONDAY, () -> history.preview(learner, brought)))
        .isEqualTo(new ReviewHistory.Addition(4, 0, 2, 1));
    assertThat(history.answers(learner.id())).isEmpty();

    at(MONDAY, () -> history.add(learner, brought));
    assertThat(history.answers(learner.id())).containsExactlyElementsOf(brought);
    CardState card = states().get(question);
    assertThat(card.intervalDays()).isEqualTo(15);
    assertThat(card.due()).isEqualTo(DAY.minusDays(53 - 15));
    assertThat(progress(MONDAY).backlog()).isEqualTo(1);
    assertThat(at(MONDAY, () -> history.add(learner, brought)))
        .isEqualTo(new ReviewHistory.Addition(0, 4, 2, 1));
    assertThat(history.answers(learner.id())).hasSize(4);
    assertThat(history.answers(fixtures.learner().id())).isEmpty();
    assertThat(figures.activity(learner.id(), DAY.minusDays(60), DAY)).hasSize(4);
  }

  @Test
  void aPastFromElsewhereComesBeforeWhatWasAnsweredHere() {
    studying.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 1), 0);
    String question = question(quiz.questions().getFirst());
    at(day(0), () -> history.add(learner, List.of(past(question, -20, 3, Phase.NEW))));
    CardState card = states().get(question);
    assertThat(card.repetitions()).isEqualTo(2);
    assertThat(card.intervalDays()).isEqualTo(6);
    assertThat(card.due()).isEqualTo(DAY.plusDays(6));
  }

  // Helpers

  private static PastAnswer past(String card, int day, int rating, @Nullable Phase phase) {
    return new PastAnswer(card, day(day), DAY.plusDays(day), rating, phase, Duration.ofSeconds(7));
  }

  private static ReviewPreferences preferences(int newPerDay, @Nullable Integer limit) {
    return new ReviewPreferences(newPerDay, limit, false, false, Algorithm.SM2, 0.9);
  }

  private static ReviewPreferences fsrs(double retention) {
    return new ReviewPreferences(10, null, false, false, Algorithm.FSRS, retention);
  }

  private static int intervals(Map<String, CardState> cards) {
    return cards.values().stream().mapToInt(CardState::intervalDays).sum();
  }

  private @Nullable Void set(String quizId, LocalDate day) {
    exams.set(learner, quizId, day);
    return null;
  }

  private Exam exam(Instant at) {
    return at(at, () -> exams.of(learner)).getFirst();
  }

  private void act(Instant at, long cardId, StepKind action) {
    at(at, () -> reviewing.act(learner, List.of(cardId), action));
  }

  private Map<Long, Cards.Card> list(Instant at) {
    return at(at, () -> cards.find(learner, Cards.Filter.ALL, Cards.Order.NEXT_DAY, false, 0, 500))
        .stream()
        .collect(Collectors.toMap(Cards.Card::id, Function.identity()));
  }

  private List<Long> ids(Cards.Filter filter) {
    return cards.find(learner, filter, Cards.Order.NEXT_DAY, false, 0, 500).stream()
        .map(Cards.Card::id)
        .toList();
  }

  private PracticeSession session(Instant at, PracticeScope scope, Instant since) {
    return at(at, () -> sessions.at(learner, scope, since));
  }

  private void practise(Instant at, DueCard card, boolean right) {
    var question = card.question().question();
    Response response = right ? Responses.right(question) : Responses.wrong(question);
    at(
        at,
        () -> practising.answer(learner, card.answer(response, Grade.GOOD, Duration.ofSeconds(5))));
  }

  private void answer(Instant at, String question, Grade grade) {
    for (Optional<DueCard> card = next(at); card.isPresent(); card = next(at)) {
      DueCard due = card.get();
      if (question(due.question()).equals(question)) {
        studying.answer(learner, at, due, grade);
        return;
      }
      at(
          at,
          () -> {
            reviewing.act(learner, due.cardId(), due.version(), StepKind.BURY);
            return null;
          });
    }
    throw new AssertionError("Not due: " + question);
  }

  /** Answers Good until nothing is left; the questions in their order. */
  private List<String> reviewAll(Instant at) {
    List<String> order = new ArrayList<>();
    for (Optional<DueCard> card = next(at); card.isPresent(); card = next(at)) {
      order.add(question(card.get().question()));
      studying.answer(learner, at, card.get(), Grade.GOOD);
    }
    return order;
  }

  private Optional<DueCard> next(Instant at) {
    return at(at, () -> reviewing.next(learner));
  }

  private ReviewProgress progress(Instant at) {
    return at(at, () -> reviewing.progress(learner));
  }

  private Map<String, CardState> states() {
    return figures.cards(learner.id()).stream()
        .collect(Collectors.toMap(CardState::questionId, Function.identity()));
  }

  private List<QuestionVersion> ofDifferentKeyPoints(int count) {
    Set<String> seen = new HashSet<>();
    return quiz.questions().stream()
        .filter(version -> seen.add(version.question().keyPointId()))
        .limit(count)
        .toList();
  }

  private String keyPoint(String questionId) {
    return catalogue.question(questionId).orElseThrow().question().keyPointId();
  }

  private static String question(QuestionVersion version) {
    return version.question().id();
  }

  private static Instant day(int afterMonday) {
    return MONDAY.plus(Duration.ofDays(afterMonday));
  }
}
