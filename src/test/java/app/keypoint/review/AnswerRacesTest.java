package app.keypoint.review;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cards.Cards;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.internal.TestSessions;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Differences;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import app.keypoint.support.races.Duel;
import app.keypoint.support.races.InTurn;
import app.keypoint.support.races.Lock;
import app.keypoint.support.races.Point;
import app.keypoint.support.races.Races;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A learner with two tabs, who answers in one of them and does something else in the other at the
 * same moment: whatever meets, it ends as if one had come after the other.
 */
@ServiceTest
@Import(LearnersPicture.class)
@Tag("slow")
class AnswerRacesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant WEEKS_LATER = MONDAY.plus(Duration.ofDays(20));
  private static final String STALE = StaleCardException.class.getSimpleName();

  @Autowired Races races;
  @Autowired Reviewing reviewing;
  @Autowired Cards cards;
  @Autowired NewCards newCards;
  @Autowired CatchingUp catchingUp;
  @Autowired PracticeAnswers practising;
  @Autowired ReviewHistory history;
  @Autowired ReviewSettings settings;
  @Autowired QuizTaking taking;
  @Autowired Accounts accounts;
  @Autowired AccountAdministration administration;
  @Autowired TestSessions sessions;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired Differences differences;
  @Autowired LearnersPicture pictures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  private Studying studying;
  private Quiz quiz;

  @BeforeEach
  void quiz() {
    studying = new Studying(reviewing, events, transactions);
    quiz = catalogue.quizzes().get(1);
  }

  @Test
  void undoAndAnAnswerToTheSameCard() {
    InTurn turns =
        always(
            TUESDAY,
            1,
            learner -> {
              var unused = call(TUESDAY, answer(learner, 0, 1, Grade.HARD));
              return undo(learner);
            },
            learner -> answer(learner, 0, 2, Grade.GOOD));
    assertThat(turns.oneFirst().one()).isEqualTo("took back SCHEDULED");
    assertThat(turns.oneFirst().other()).isEqualTo(STALE);
    assertThat(turns.otherFirst().other()).isEqualTo("recorded GOOD");
    assertThat(turns.otherFirst().one()).isEqualTo("took back DRILL");
  }

  @Test
  void undoAndAnAnswerToAnotherCard() {
    InTurn turns =
        always(
            TUESDAY,
            2,
            learner -> {
              var unused = call(TUESDAY, answer(learner, 0, 1, Grade.GOOD));
              return undo(learner);
            },
            learner -> answer(learner, 1, 1, Grade.FORGOT));
    assertThat(turns.oneFirst().one()).isEqualTo("took back SCHEDULED");
    assertThat(turns.oneFirst().other()).isEqualTo("recorded FORGOT");
    assertThat(turns.otherFirst().one()).isEqualTo("took back SCHEDULED");
  }

  @Test
  void undoAndTheEndOfAQuiz() {
    InTurn turns =
        InTurn.always(
            races,
            Lock.STEP,
            () -> {
              Account learner = newcomer(MONDAY);
              at(MONDAY, () -> newCards.add(learner, quiz.id()));
              long first =
                  at(MONDAY, () -> reviewing.next(learner)).map(DueCard::cardId).orElseThrow();
              at(MONDAY, () -> reviewing.act(learner, first, 0, StepKind.BURY));
              Attempt attempt = at(MONDAY, () -> taking.start(learner.id(), quiz.id()));
              attempt.items().stream().skip(1).forEach(item -> take(learner, attempt, item));
              return duel(
                  learner,
                  MONDAY,
                  undo(learner),
                  () -> {
                    take(learner, attempt, attempt.item(1));
                    return "finished";
                  });
            });
    assertThat(turns.oneFirst().one()).isEqualTo("took back BURY");
    assertThat(turns.otherFirst().one()).isEqualTo("refused QUIZ");
  }

  @Test
  void catchingUpAndAnAnswerToACardThatItPutsOff() {
    InTurn turns =
        always(
            WEEKS_LATER,
            6,
            learner -> () -> "spread " + catchingUp.spread(learner, 3).cards(),
            learner -> answer(learner, 5, 1, Grade.GOOD));
    assertThat(turns.oneFirst().one()).isEqualTo("spread 4");
    assertThat(turns.oneFirst().other()).isEqualTo(STALE);
    assertThat(turns.otherFirst().one()).isEqualTo("spread 3");
  }

  @Test
  void anImportAndAnAnswerToACardWhosePastItBrings() {
    InTurn turns = always(TUESDAY, 2, this::bring, learner -> answer(learner, 0, 1, Grade.GOOD));
    assertThat(turns.oneFirst().one()).isEqualTo("added 3");
    assertThat(turns.oneFirst().other()).as("the card was scheduled anew").isEqualTo(STALE);
    assertThat(turns.otherFirst().other()).isEqualTo("recorded GOOD");
  }

  @Test
  void takingAnImportBackAndAnAnswerToACardThatItBegan() {
    InTurn turns =
        always(
            TUESDAY,
            1,
            learner -> {
              var unused = call(TUESDAY, bring(learner));
              long mistake = history.imports(learner.id()).getFirst().id();
              return () -> {
                history.takeBack(learner, mistake);
                return "gone";
              };
            },
            learner -> answer(learner, 2, 1, Grade.GOOD));
    assertThat(turns.oneFirst().other()).isEqualTo("GoneException");
    assertThat(turns.otherFirst().other()).isEqualTo("recorded GOOD");
    assertThat(turns.otherFirst().one()).isEqualTo("gone");
  }

  @Test
  void anotherSchedulerAndAnAnswer() {
    ReviewPreferences fsrs = new ReviewPreferences(10, null, false, false, Algorithm.FSRS, 0.9);
    InTurn turns =
        always(
            TUESDAY,
            2,
            learner -> () -> settings.change(learner, fsrs) + " moved",
            learner -> answer(learner, 0, 1, Grade.GOOD));
    assertThat(turns.oneFirst().other()).isEqualTo(STALE);
    assertThat(turns.otherFirst().other()).isEqualTo("recorded GOOD");
  }

  @Test
  void buryingAndAnAnswer() {
    acting(StepKind.BURY);
  }

  @Test
  void suspendingAndAnAnswer() {
    acting(StepKind.SUSPEND);
  }

  private void acting(StepKind action) {
    InTurn turns =
        always(
            TUESDAY,
            1,
            learner -> {
              long card = card(learner, 0);
              return () -> reviewing.act(learner, card, 1, action).cards() + " acted on";
            },
            learner -> answer(learner, 0, 1, Grade.GOOD));
    assertThat(turns.oneFirst().one()).isEqualTo("1 acted on");
    assertThat(turns.oneFirst().other()).isEqualTo(STALE);
    assertThat(turns.otherFirst().one()).isEqualTo(STALE);
  }

  @Test
  void practiceAndTheQueueAskTheSameCard() {
    InTurn turns =
        always(
            TUESDAY,
            1,
            learner -> {
              CardAnswer practised = given(learner, 0, 1, Grade.FORGOT);
              return () -> told(practising.answer(learner, practised));
            },
            learner -> answer(learner, 0, 1, Grade.GOOD));
    assertThat(turns.oneFirst().other()).as("what counted").isEqualTo("recorded FORGOT");
    assertThat(turns.otherFirst().one()).as("what counted").isEqualTo("recorded GOOD");
  }

  @Test
  void theSameAnswerFromTwoTabs() {
    InTurn turns =
        always(
            TUESDAY,
            1,
            learner -> answer(learner, 0, 1, Grade.HARD),
            learner -> answer(learner, 0, 1, Grade.EASY));
    assertThat(turns.oneFirst().other()).isEqualTo("recorded HARD");
    assertThat(turns.otherFirst().one()).isEqualTo("recorded EASY");
  }

  /** There is no deleting of accounts: one that is to go is switched off. */
  @ParameterizedTest
  @EnumSource(Point.class)
  void anAnswerThatWasOnItsWayIsKeptWhenTheAccountIsSwitchedOff(Point point) {
    Account learner = newcomer(TUESDAY);
    Account administrator = fixtures.administrator();
    studying.begin(learner, MONDAY, quiz.questions().subList(0, 2));
    Callable<String> first = answer(learner, 0, 1, Grade.GOOD);
    Callable<String> second = answer(learner, 1, 1, Grade.GOOD);
    SecurityContext session = sessions.session(learner);
    Races.Ending ending =
        races.run(
            () -> in(session, first),
            point,
            Lock.STEP,
            () -> {
              fixtures.signIn(administrator);
              administration.setEnabled(learner.id(), false);
              return "switched off";
            });
    assertThat(ending.held().told()).isEqualTo("recorded GOOD");
    assertThat(ending.overtaking().told()).isEqualTo("switched off");
    assertThat(ending.waited()).isFalse();
    assertThatThrownBy(() -> in(session, second)).isInstanceOf(AccessDeniedException.class);
    assertThat(at(TUESDAY, () -> reviewing.progress(learner)).cleared()).isEqualTo(1);
    assertThat(differences.of(learner.id())).isEmpty();
  }

  private static String in(SecurityContext session, Callable<String> action) {
    SecurityContextHolder.setContext(session);
    try {
      return call(TUESDAY, action);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  /** A learner who has answered so many questions rightly on Monday. */
  private InTurn always(
      Instant when,
      int questions,
      Function<Account, Callable<String>> one,
      Function<Account, Callable<String>> other) {
    return InTurn.always(
        races,
        Lock.STEP,
        () -> {
          Account learner = newcomer(when);
          studying.begin(learner, MONDAY, quiz.questions().subList(0, questions));
          return duel(learner, when, one.apply(learner), other.apply(learner));
        });
  }

  private Duel duel(Account learner, Instant when, Callable<String> one, Callable<String> other) {
    return new Duel(
        () -> call(when, one), () -> call(when, other), () -> pictures.of(learner, when));
  }

  /** Seen just now, so that an answer need not note it: only the step is raced for. */
  private Account newcomer(Instant when) {
    Account learner = fixtures.learner();
    accounts.seen(learner.id(), when);
    return learner;
  }

  private Callable<String> answer(Account learner, int question, int version, Grade grade) {
    CardAnswer answer = given(learner, question, version, grade);
    return () -> told(reviewing.answer(learner, answer));
  }

  private CardAnswer given(Account learner, int question, int version, Grade grade) {
    QuestionVersion asked = quiz.questions().get(question);
    return new CardAnswer(
        card(learner, question),
        version,
        asked.id(),
        grade.lapse() ? Responses.wrong(asked.question()) : Responses.right(asked.question()),
        grade,
        Studying.PACE);
  }

  private long card(Account learner, int question) {
    String id = quiz.questions().get(question).question().id();
    return at(
            TUESDAY,
            () -> cards.find(learner, Cards.Filter.ALL, Cards.Order.NEXT_DAY, false, 0, 99))
        .stream()
        .filter(card -> card.questionId().equals(id))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Callable<String> undo(Account learner) {
    return () ->
        switch (reviewing.undo(learner)) {
          case Undo.Done done -> "took back " + done.kind();
          case Undo.Refused refused -> "refused " + refused.reason();
        };
  }

  /** Brings a past of the first question and of the third, which it begins, and something else. */
  private Callable<String> bring(Account learner) {
    List<PastAnswer> past =
        List.of(
            past(learner, quiz.questions().get(0).question().id(), 30),
            past(learner, quiz.questions().get(2).question().id(), 20),
            past(learner, "elsewhere", 10));
    return () -> "added " + history.add(learner, past).added();
  }

  private static PastAnswer past(Account learner, String card, int daysAgo) {
    Instant at = MONDAY.minus(Duration.ofDays(daysAgo));
    return new PastAnswer(
        card, at, learner.calendar().dayOf(at), 3, Phase.REVIEW, Duration.ofSeconds(9));
  }

  private void take(Account learner, Attempt attempt, Attempt.Item item) {
    var unused =
        at(
            MONDAY,
            () ->
                taking.answer(
                    learner.id(),
                    attempt.id(),
                    item.position(),
                    Responses.right(item.asked().question()),
                    Studying.PACE));
  }

  private static String told(Recorded recorded) {
    return "recorded " + recorded.grade();
  }

  private static String call(Instant when, Callable<String> action) {
    return at(
        when,
        () -> {
          try {
            return action.call();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
