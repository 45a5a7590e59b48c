package app.keypoint.shell;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.cards.Cards;
import app.keypoint.cards.Cards.Filter;
import app.keypoint.cards.Cards.Order;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How many statements the main screens cost from the click to what the browser gets, rows of tables
 * included: within a bound, and as many for much as for little.
 */
@ServiceTest
@Tag("slow")
class ScreenQueriesTest extends SpringBrowserlessTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  @Autowired Cards cards;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired ProblemReports reports;
  @Autowired Reviewing reviewing;
  @Autowired QuizTaking taking;
  @Autowired Catalogue catalogue;
  @Autowired Drafts drafts;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Studying studying;

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    studying = new Studying(reviewing, events, transactions);
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @Test
  void today() {
    costs(20, "");
  }

  @Test
  void review() {
    costs(12, "review");
  }

  @Test
  void listOfCards() {
    costs(9, "cards");
  }

  @Test
  void progress() {
    costs(18, "progress");
  }

  @Test
  void quizzes() {
    costs(8, "quizzes");
  }

  @Test
  void oneQuiz() {
    costs(12, "quiz/" + quiz().id());
  }

  @Test
  void oneCard() {
    Account learner = learner();
    signIn(learner);
    learn(learner, 1);
    long card =
        at(MONDAY, () -> cards.find(learner, Filter.ALL, Order.NEXT_DAY, false, 0, 1))
            .getFirst()
            .id();
    long shortHistory = statements("cards/" + card);
    for (int i = 0; i < 20; i++) {
      at(MONDAY, () -> reviewing.act(learner, List.of(card), StepKind.SUSPEND));
      at(MONDAY, () -> reviewing.act(learner, List.of(card), StepKind.RESUME));
    }
    assertThat(statements("cards/" + card)).isEqualTo(shortHistory).isLessThanOrEqualTo(8);
  }

  @Test
  void cohort() {
    Account instructor = fixtures.instructor();
    signIn(instructor);
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    join(cohort, 2, 1);
    long few = statements("cohorts/" + cohort.id());
    join(cohort, 8, 3);
    // Among them what the page watches (2), trends (4), hidden columns, dismissed nudges (2), and
    // who
    // has begun by cards alone, which is asked when somebody has.
    assertThat(statements("cohorts/" + cohort.id())).isEqualTo(few).isLessThanOrEqualTo(37);
  }

  @Test
  void statisticsOfAQuiz() {
    Account instructor = fixtures.instructor();
    signIn(instructor);
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    String page = "cohorts/" + cohort.id() + "/statistics/" + quiz().id();
    attempt(join(cohort, 5, 1), 1);
    long few = statements(page);
    attempt(join(cohort, 8, 3), 2);
    assertThat(statements(page)).isEqualTo(few).isLessThanOrEqualTo(12);
  }

  @Test
  void oneLearnerOfACohort() {
    Account instructor = fixtures.instructor();
    signIn(instructor);
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Account learner = join(cohort, 1, 1).getFirst();
    String page = "cohorts/" + cohort.id() + "/learners/" + learner.id();
    long alone = statements(page);
    join(cohort, 8, 3);
    // Among them notes (3), dismissed nudges (2), late assignments, cards without a quiz finished,
    // and whether what is kept of the cohort still holds.
    assertThat(statements(page)).isEqualTo(alone).isLessThanOrEqualTo(32);
  }

  @Test
  void oneDayOfALearner() {
    Account instructor = fixtures.instructor();
    signIn(instructor);
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Account learner = join(cohort, 1, 2).getFirst();
    String page =
        "cohorts/%d/learners/%d/days/%s"
            .formatted(cohort.id(), learner.id(), learner.calendar().dayOf(TUESDAY));
    long few = statements(page);
    join(cohort, 8, 3);
    studying.finishQuiz(learner, MONDAY, catalogue.quizzes().get(2).questions(), 3);
    studying.review(learner, TUESDAY, 5);
    assertThat(statements(page)).isEqualTo(few).isLessThanOrEqualTo(10);
  }

  @Test
  void quizzesWritten() {
    Account author = fixtures.instructor();
    signIn(author);
    Draft draft = drafts.create(author.id(), "Bees");
    write(author, draft, 1);
    long few = statements("write");
    for (int i = 0; i < 5; i++) {
      write(author, drafts.create(author.id(), "Bees"), 2);
    }
    assertThat(statements("write")).isEqualTo(few).isLessThanOrEqualTo(6);
  }

  @Test
  void oneQuizWritten() {
    Account author = fixtures.instructor();
    signIn(author);
    Draft draft = drafts.create(author.id(), "Bees");
    write(author, draft, 1);
    long few = statements("write/" + draft.id());
    write(author, draft, 20);
    assertThat(statements("write/" + draft.id())).isEqualTo(few).isLessThanOrEqualTo(6);
  }

  private void write(Account author, Draft draft, int questions) {
    for (int i = 0; i < questions; i++) {
      drafts.add(author.id(), draft.id(), i, ItemBody.Question.empty(ItemBody.Type.SINGLE, ""));
    }
  }

  @Test
  void accounts() {
    signIn(account(Role.ADMINISTRATOR));
    statements("admin"); // Who calls is read once in a request, and this test is one.
    long few = statements("admin");
    IntStream.range(0, 8).forEach(_ -> learner());
    assertThat(statements("admin")).isEqualTo(few).isLessThanOrEqualTo(10);
  }

  @Test
  void content() {
    Account administrator = account(Role.ADMINISTRATOR);
    signIn(administrator);
    List<QuestionVersion> questions = quiz().questions().stream().limit(15).toList();
    reports.report(administrator.id(), questions.getFirst().id(), "Unclear");
    long few = statements("content");
    questions.forEach(each -> reports.report(administrator.id(), each.id(), "Unclear"));
    assertThat(statements("content")).isEqualTo(few).isLessThanOrEqualTo(10);
  }

  /** A learner's page with the cards of four questions and with those of all quizzes. */
  private void costs(int bound, String page) {
    Account little = learner();
    signIn(little);
    learn(little, 4);
    long few = statements(page);
    Account much = learner();
    signIn(much);
    catalogue.quizzes().forEach(quiz -> studying.finishQuiz(much, MONDAY, quiz.questions(), 3));
    studying.review(much, MONDAY, 2);
    answerOne(much);
    assertThat(statements(page)).isEqualTo(few).isLessThanOrEqualTo(bound);
  }

  private void attempt(List<Account> learners, int wrong) {
    for (Account learner : learners) {
      fixtures.as(
          learner,
          () -> QuizAttempts.take(taking, learner.id(), quiz().id(), wrong, Duration.ofSeconds(3)));
    }
  }

  private List<Account> join(Cohort cohort, int learners, int questions) {
    List<Account> joined = new ArrayList<>();
    for (int i = 0; i < learners; i++) {
      Account learner = learner();
      fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
      learn(learner, questions);
      joined.add(learner);
    }
    return joined;
  }

  /** Two answers on two days, so that all that a screen may show is there. */
  private void learn(Account learner, int questions) {
    studying.finishQuiz(learner, MONDAY, quiz().questions().subList(0, questions), 1);
    studying.review(learner, MONDAY, 0);
    answerOne(learner);
  }

  private void answerOne(Account learner) {
    fixtures
        .as(learner, () -> at(TUESDAY, () -> reviewing.next(learner)))
        .ifPresent(card -> studying.answer(learner, TUESDAY, card, Grade.FORGOT));
  }

  /** What the page costs when another was shown before. Twice, as a job may run meanwhile. */
  private long statements(String page) {
    return Math.min(once(page), once(page));
  }

  private long once(String page) {
    UI.getCurrent().navigate("settings");
    roundTrip();
    return counter.statementsOf(
        () -> {
          SimulatedTime.at(
              TUESDAY,
              () -> {
                UI.getCurrent().navigate(page);
                findInView(Grid.class)
                    .all()
                    .forEach(
                        grid -> grid.getDataCommunicator().setViewportRange(0, grid.getPageSize()));
                roundTrip();
              });
          return page;
        });
  }

  private Quiz quiz() {
    return catalogue.quizzes().get(1);
  }

  private Account learner() {
    return account(Role.LEARNER);
  }

  private Account account(Role role) {
    return fixtures.account(
        role, new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR));
  }

  private void signIn(Account account) {
    fixtures.signIn(account);
  }
}
