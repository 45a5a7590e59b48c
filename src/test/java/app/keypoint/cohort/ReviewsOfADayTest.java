package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.access.Unattended;
import app.keypoint.audit.AuditKind;
import app.keypoint.cohort.LearnerHistories.Reviewed;
import app.keypoint.cohort.LearnerHistories.ReviewedDay;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.ReviewAnswers;
import app.keypoint.review.history.ReviewAnswers.WithCard;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** An instructor reads a member's reviews of a day one by one. */
@ServiceTest
class ReviewsOfADayTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

  @Autowired LearnerHistories histories;
  @Autowired ReviewAnswers answers;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Reviewing reviewing;
  @Autowired Catalogue catalogue;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired StatementCounter counter;
  @Autowired JdbcTemplate jdbc;
  @Autowired Fixtures fixtures;

  Account instructor;
  Account learner;
  Cohort cohort;
  Studying studying;
  List<QuestionVersion> questions;
  LocalDate day;

  @BeforeEach
  void aCohort() {
    instructor = fixtures.instructor();
    learner = fixtures.learner();
    studying = new Studying(reviewing, events, transactions);
    questions = catalogue.quizzes().getFirst().questions();
    day = learner.calendar().dayOf(WEDNESDAY);
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
  }

  @Test
  void eachIsToldWithItsQuestionGradeTimeAndWhatItDid() {
    studying.finishQuiz(learner, MONDAY, questions.subList(0, 3), 0);
    studying.review(learner, WEDNESDAY, 1);
    List<Reviewed> told = page(0).reviews();
    assertThat(told).hasSize(4);
    Reviewed forgotten = told.getFirst();
    assertThat(forgotten.quiz().questions()).contains(questions.getFirst());
    assertThat(forgotten.question()).isNotNull();
    assertThat(forgotten.given().answer().grade()).isLessThan(3);
    assertThat(forgotten.given().answer().timeTaken()).isEqualTo(Studying.PACE);
    assertThat(forgotten.given().answer().response()).isNotNull();
    assertThat(forgotten.given().answer().at()).isEqualTo(WEDNESDAY);
    assertThat(forgotten.given().before().intervalDays()).isEqualTo(1);
    assertThat(forgotten.given().before().due()).isEqualTo(day.minusDays(1));
    assertThat(forgotten.given().after().due()).as("again today").isEqualTo(day);
    assertThat(told.get(1).given().after().intervalDays()).isEqualTo(6);
    assertThat(told.get(1).given().after().due()).isEqualTo(day.plusDays(6));
    assertThat(told.getLast().given().answer().questionId())
        .isEqualTo(forgotten.given().answer().questionId());
    assertThat(told.getLast().given().after().intervalDays()).isEqualTo(1);
    SimulatedTime.at(
        WEDNESDAY.plus(Duration.ofHours(1)),
        () -> fixtures.as(learner, () -> reviewing.undo(learner)));
    assertThat(page(0).reviews()).as("without what was taken back").hasSize(told.size() - 1);
    assertThat(reviews(day.plusDays(1), 0).reviews()).as("of another day").isEmpty();
  }

  @Test
  void whatIsAskedOnceMoreIsToldAsThat() {
    studying.finishQuiz(learner, MONDAY, questions.subList(0, 1), 0);
    var card = Studying.at(WEDNESDAY, () -> Unattended.call(() -> reviewing.next(learner)));
    var unused = studying.answer(learner, WEDNESDAY, card.orElseThrow(), Grade.HARD);
    studying.review(learner, WEDNESDAY.plus(Studying.PACE), 0);
    assertThat(page(0).reviews())
        .extracting(one -> one.given().answer().kind())
        .containsExactly(StepKind.SCHEDULED, StepKind.DRILL);
    WithCard drill = page(0).reviews().getLast().given();
    assertThat(drill.after()).as("leaves the schedule alone").isEqualTo(drill.before());
  }

  @Test
  void aLongDayComesPageByPage_withAsManyStatementsAsAShortOne() {
    studying.finishQuiz(learner, MONDAY, questions.subList(0, 1), 0);
    studying.review(learner, WEDNESDAY, 0);
    long few = counter.statementsOf(() -> page(0));
    catalogue.quizzes().stream()
        .skip(1)
        .forEach(quiz -> studying.finishQuiz(learner, MONDAY, quiz.questions(), 0));
    studying.review(learner, WEDNESDAY.plus(Duration.ofHours(1)), 200);
    Integer all =
        jdbc.queryForObject(
            "select count(*) from review_log where learner_id = ? and study_day = ?"
                + " and kind in ('SCHEDULED', 'DRILL')",
            Integer.class,
            learner.id(),
            day);
    assertThat(all).isGreaterThan(LearnerHistories.REVIEWS_OF_A_PAGE);
    // Who looks, the cohort, the membership, the learner, the day, how many members, the entry.
    assertThat(counter.statementsOf(() -> page(0))).isEqualTo(few).isLessThanOrEqualTo(9);
    List<WithCard> told = new ArrayList<>();
    ReviewedDay page;
    int next = 0;
    do {
      page = page(next++);
      page.reviews().forEach(one -> told.add(one.given()));
    } while (page.more());
    assertThat(told).hasSize(all).doesNotHaveDuplicates();
    assertThat(told.stream().map(one -> one.answer().at())).isSorted();
    assertThat(looks()).as("each page is a look").isEqualTo(next + 2);
  }

  @Test
  void cardsOfOtherQuizzesAreLeftOut() {
    studying.finishQuiz(learner, MONDAY, questions.subList(0, 2), 0);
    studying.finishQuiz(learner, MONDAY, catalogue.quizzes().get(1).questions().subList(0, 2), 0);
    studying.review(learner, WEDNESDAY, 0);
    assertThat(page(0).reviews()).hasSize(4);
    String quiz = catalogue.quizzes().getFirst().id();
    assertThat(ofQuizzes(List.of(quiz)))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.answer().quizId()).isEqualTo(quiz));
    assertThat(ofQuizzes(List.of())).isEmpty();
  }

  private @Nullable List<WithCard> ofQuizzes(List<String> quizIds) {
    return transactions.execute(_ -> answers.ofDay(learner.id(), day, quizIds, 0, 50));
  }

  @Test
  void theHistorySaysOfWhichDaysThereIsSomethingToTell() {
    studying.finishQuiz(learner, MONDAY, questions.subList(0, 2), 0);
    studying.review(learner, WEDNESDAY, 0);
    List<LearnerHistories.Day> days =
        Studying.at(
                WEDNESDAY.plus(Duration.ofHours(1)),
                () -> histories.of(instructor.id(), cohort.id(), learner.id()))
            .days();
    assertThat(days).extracting(LearnerHistories.Day::listed).containsExactly(true, false);
    assertThat(days)
        .allSatisfy(
            one ->
                assertThat(reviews(one.day(), 0).reviews().isEmpty()).isNotEqualTo(one.listed()));
  }

  @Test
  void whoDoesNotRunTheCohortOrLooksForWhoIsNoMemberFindsNothing() {
    Account stranger = fixtures.learner();
    assertThatThrownBy(() -> histories.reviews(instructor.id(), cohort.id(), stranger.id(), day, 0))
        .isInstanceOf(GoneException.class);
    cohorts.removeMember(instructor.id(), cohort.id(), learner.id());
    assertThatThrownBy(() -> page(0)).isInstanceOf(GoneException.class);
    Account other = fixtures.instructor();
    fixtures.signIn(other);
    assertThatThrownBy(() -> histories.reviews(other.id(), cohort.id(), learner.id(), day, 0))
        .isInstanceOf(GoneException.class);
    assertThat(looks()).isZero();
  }

  private ReviewedDay page(int page) {
    return reviews(day, page);
  }

  private ReviewedDay reviews(LocalDate of, int page) {
    return histories.reviews(instructor.id(), cohort.id(), learner.id(), of, page);
  }

  private Integer looks() {
    return jdbc.queryForObject(
        "select count(*) from audit_entry where kind = ? and subject = ?",
        Integer.class,
        AuditKind.LEARNER_VIEWED.name(),
        learner.username());
  }
}
