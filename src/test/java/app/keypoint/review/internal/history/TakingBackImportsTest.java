package app.keypoint.review.internal.history;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.access.PersonalData;
import app.keypoint.audit.AuditTrail;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.ErasureAdministration;
import app.keypoint.identity.ErasureRequests;
import app.keypoint.identity.GoneException;
import app.keypoint.review.CardState;
import app.keypoint.review.NewCards;
import app.keypoint.review.Reviewing;
import app.keypoint.review.history.ImportRefused.Reason;
import app.keypoint.review.history.ImportRefused;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory.Import;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.SqlRecorder;
import app.keypoint.support.Studying;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Imports that were a mistake, come twice at once, or are too much. */
@ServiceTest
@Tag("slow")
class TakingBackImportsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired ReviewHistory history;
  @Autowired ReviewStatistics figures;
  @Autowired Reviewing reviewing;
  @Autowired LogWriter writer;
  @Autowired NewCards newCards;
  @Autowired JdbcTemplate sql;
  @Autowired Catalogue catalogue;
  @Autowired Accounts accounts;
  @Autowired AuditTrail audit;
  @Autowired LogRepository log;
  @Autowired CardRepository cards;
  @Autowired OpenQuizzes open;
  @Autowired PastReviewRepository past;
  @Autowired PastAnswers pastAnswers;
  @Autowired
  @Qualifier("reviewsOfPerson")
  PersonalData reviewsOfPerson;
  @Autowired Imports imports;
  @Autowired ErasureRequests erasure;
  @Autowired ErasureAdministration administration;
  @Autowired DayCounts days;
  @Autowired Rescheduling rescheduling;
  @Autowired Fixtures fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transaction;
  @Autowired Clock clock;

  private Studying studying;
  private Account learner;
  private List<QuestionVersion> questions;

  @BeforeEach
  void begin() {
    studying = new Studying(reviewing, events, transaction);
    learner = fixtures.learner();
    questions = catalogue.quizzes().get(1).questions();
  }

  @Test
  void anImportGoesAsOneStep() {
    studying.finishQuiz(learner, MONDAY, questions.subList(0, 3), 1);
    List<DayActivity> daysBefore = activity();
    List<CardState> cardsBefore = cards();

    history.add(learner, List.of(past(0, 20), past(0, 10), past(5, 9), elsewhere("x", 8)));
    assertThat(activity()).isNotEqualTo(daysBefore);
    assertThat(cards()).hasSize(4).isNotEqualTo(cardsBefore);

    Import brought = history.imports(learner.id()).getFirst();
    assertThat(brought.answers()).isEqualTo(4);
    history.takeBack(learner, brought.id());
    assertThat(activity()).isEqualTo(daysBefore);
    assertThat(cards()).isEqualTo(cardsBefore);
    assertThat(history.imports(learner.id())).isEmpty();
    assertThat(history.answers(learner.id())).hasSize(3);
    assertThatThrownBy(() -> history.takeBack(learner, brought.id()))
        .isInstanceOf(GoneException.class);
  }

  @Test
  void whatCameWithAnotherImportOrWasAnsweredHereStays() {
    history.add(learner, List.of(past(0, 20), past(1, 20)));
    long mistake = history.imports(learner.id()).getFirst().id();
    history.add(learner, List.of(past(0, 12)));
    var card =
        at(MONDAY, () -> reviewing.next(learner))
            .filter(due -> due.question().equals(questions.get(1)))
            .or(() -> at(MONDAY, () -> reviewing.next(learner)))
            .orElseThrow();
    studying.answer(learner, MONDAY, card, Grade.GOOD);

    history.takeBack(learner, mistake);
    assertThat(history.answers(learner.id())).hasSize(2);
    assertThat(cards())
        .extracting(CardState::questionId)
        .contains(card.question().question().id(), questions.get(0).question().id());
  }

  @Test
  void whatWasBroughtBeforeTheQuestionWas_isThePastOfItsCard_howeverThatBegins() {
    broughtUnserved(past(0, 20), past(0, 10), past(1, 20), past(1, 10));
    studying.finishQuiz(learner, MONDAY, questions.subList(0, 1), 1);
    assertThat(at(MONDAY, () -> newCards.add(learner, questions.get(1).quizId())))
        .isEqualTo(questions.size() - 1);

    assertThat(cards())
        .hasSize(2)
        .allSatisfy(card -> assertThat(card.lastReviewed()).isEqualTo(day(10)))
        .allSatisfy(card -> assertThat(card.intervalDays()).isPositive());
    history.takeBack(learner, history.imports(learner.id()).getFirst().id());
    assertThat(cards()).isEmpty();
  }

  @Test
  void aCardBeginsWithItsPastOnlyIfThatIsEarlier() {
    at(
        MONDAY.minus(DAY.multipliedBy(20)),
        () -> newCards.add(learner, questions.getFirst().quizId()));
    Instant later = MONDAY.minus(DAY.multipliedBy(10));
    history.add(
        learner,
        List.of(
            new PastAnswer(
                questions.getFirst().question().id(), later, day(10), 3, Phase.PRACTICE, null)));

    assertThat(cards()).singleElement().extracting(CardState::due).isEqualTo(day(20));
  }

  @Test
  void whatIsBroughtWhileTheQuestionIsNotServed_isThePastOfItsCardToo() {
    studying.finishQuiz(learner, MONDAY, questions.subList(0, 1), 1);
    String unserved = "no-longer-asked";
    sql.update(
        "update card set question_id = ?, retired = true, queue_day = null where learner_id = ?",
        unserved,
        learner.id());
    history.add(learner, List.of(elsewhere(unserved, 20)));

    assertThat(
            sql.queryForObject(
                "select max(version) from card where learner_id = ?", Integer.class, learner.id()))
        .isEqualTo(2);
  }

  @Test
  void whatAnotherImportKnowsToo_goesWithThatOne() {
    history.add(learner, List.of(past(0, 20), past(1, 20)));
    history.add(learner, List.of(past(0, 12)));
    history.takeBack(learner, history.imports(learner.id()).getLast().id());
    assertThat(cards())
        .singleElement()
        .satisfies(card -> assertThat(card.lastReviewed()).isEqualTo(day(12)));
    history.takeBack(learner, history.imports(learner.id()).getFirst().id());

    assertThat(at(MONDAY, () -> reviewing.next(learner))).isEmpty();
  }

  @Test
  void somebodyElsesImportIsGone() {
    history.add(learner, List.of(elsewhere("x", 8)));
    Account other = fixtures.learner();
    long id = history.imports(learner.id()).getFirst().id();
    assertThatThrownBy(() -> history.takeBack(other, id)).isInstanceOf(GoneException.class);
    assertThat(history.answers(learner.id())).hasSize(1);
  }

  @Test
  void whatWaitedWhileTheAccountWasSwitchedOffBringsNothing() {
    sql.update("update account set enabled = false where id = ?", learner.id());
    assertThatThrownBy(() -> history.add(learner, List.of(elsewhere("Maria", 8))))
        .isInstanceOf(GoneException.class);
    assertThat(history.answers(learner.id())).isEmpty();
  }

  @Test
  void namesOfCardsBecomeNumbersThatNoOtherCardHas() {
    history.add(learner, List.of(elsewhere("!Maria", 8), elsewhere("#1", 8), elsewhere("#1", 7)));
    transaction.executeWithoutResult(_ -> reviewsOfPerson.forget(learner.id()));
    assertThat(history.answers(learner.id()).stream().map(PastAnswer::card).sorted())
        .containsExactly("#2", "#3", "#3");
  }

  @Test
  void whoImportsIsNotErasedMeanwhile_andIsAfterwards() throws Exception {
    transaction.executeWithoutResult(_ -> imports.prepare(learner.id()));
    Account administrator = fixtures.administrator();
    fixtures.as(learner, () -> erasure.ask(learner.id()));
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      imports.takeTurn(learner.id());
                      var step = writer.begin(learner);
                      pastAnswers.insert(
                          learner.id(),
                          imports.begin(learner.id(), MONDAY, 1, day(8), day(8)),
                          List.of(elsewhere("x", 8)));
                      held.countDown();
                      await(done);
                    }));
    held.await();
    try {
      assertThatThrownBy(
              () -> fixtures.as(administrator, () -> administration.carryOut(learner.id())))
          .isInstanceOf(PersonalData.UnderWay.class);
      assertThat(accounts.active(learner.id())).as("switched on again").isPresent();
    } finally {
      done.countDown();
      first.join();
    }
    fixtures.as(administrator, () -> administration.carryOut(learner.id()));
    assertThat(accounts.require(learner.id()).anonymous()).isTrue();
    assertThat(history.answers(learner.id()).stream().map(PastAnswer::card)).containsExactly("#1");
  }

  @Test
  void aSecondImportAtTheSameTimeIsRefused() throws Exception {
    transaction.executeWithoutResult(_ -> imports.prepare(learner.id()));
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      imports.takeTurn(learner.id());
                      held.countDown();
                      await(done);
                    }));
    held.await();
    try {
      assertThatThrownBy(() -> history.add(learner, List.of(elsewhere("x", 8))))
          .isInstanceOfSatisfying(
              ImportRefused.class, why -> assertThat(why.reason()).isEqualTo(Reason.BUSY));
      Account other = fixtures.learner();
      assertThat(history.add(other, List.of(elsewhere("x", 8))).added()).isEqualTo(1);
    } finally {
      done.countDown();
      first.join();
    }
    assertThat(history.add(learner, List.of(elsewhere("x", 8))).added()).isEqualTo(1);
  }

  @Test
  void thereIsAMostAtOnceAndAMostInAll() {
    ReviewHistoryService small =
        new ReviewHistoryService(
            2,
            3,
            log,
            cards,
            past,
            pastAnswers,
            imports,
            days,
            rescheduling,
            writer,
            catalogue,
            accounts,
            open,
            audit,
            transaction,
            clock);
    List<PastAnswer> two = List.of(elsewhere("x", 8), elsewhere("x", 9));
    assertThatThrownBy(() -> small.add(learner, plus(two, elsewhere("x", 10))))
        .isInstanceOfSatisfying(
            ImportRefused.class,
            why -> {
              assertThat(why.reason()).isEqualTo(Reason.TOO_MANY);
              assertThat(why.most()).isEqualTo(2);
            });
    small.add(learner, two);
    assertThatThrownBy(() -> small.add(learner, List.of(elsewhere("x", 10), elsewhere("x", 11))))
        .isInstanceOfSatisfying(
            ImportRefused.class, why -> assertThat(why.reason()).isEqualTo(Reason.FULL));
    assertThat(small.add(learner, two).known()).isEqualTo(2);
    assertThat(history.answers(learner.id())).hasSize(2);
  }

  @Test
  void schedulingSomeCardsAnewReadsTheirHistoryAlone() {
    studying.finishQuiz(learner, MONDAY, questions, 0);
    List<String> sql = SqlRecorder.statementsOf(() -> history.add(learner, List.of(past(0, 20))));
    assertThat(sql).anyMatch(statement -> statement.contains("review_log"));
    assertThat(sql)
        .filteredOn(statement -> statement.contains("from review_log"))
        .allMatch(statement -> statement.contains("card_id in"));
  }

  /** Brought while there were no such questions. */
  private void broughtUnserved(PastAnswer... answers) {
    transaction.executeWithoutResult(
        _ ->
            pastAnswers.insert(
                learner.id(),
                imports.begin(learner.id(), MONDAY, answers.length, day(20), day(10)),
                List.of(answers)));
  }

  private LocalDate day(int daysAgo) {
    return learner.calendar().dayOf(MONDAY.minus(DAY.multipliedBy(daysAgo)));
  }

  private static List<PastAnswer> plus(List<PastAnswer> some, PastAnswer more) {
    List<PastAnswer> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<DayActivity> activity() {
    return figures.activity(learner.id(), LocalDate.EPOCH, LocalDate.of(2030, 1, 1)).stream()
        .filter(day -> day.answers() > 0)
        .toList();
  }

  private List<CardState> cards() {
    return figures.cards(learner.id()).stream()
        .sorted(Comparator.comparing(CardState::questionId))
        .toList();
  }

  private PastAnswer past(int question, int daysAgo) {
    return elsewhere(questions.get(question).question().id(), daysAgo);
  }

  private PastAnswer elsewhere(String card, int daysAgo) {
    Instant at = MONDAY.minus(DAY.multipliedBy(daysAgo));
    return new PastAnswer(
        card, at, learner.calendar().dayOf(at), 3, Phase.REVIEW, Duration.ofSeconds(9));
  }
}
