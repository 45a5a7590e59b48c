package app.keypoint.practice;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cards.Cards;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.practice.PracticeSessions.PracticeSession;
import app.keypoint.quiz.ReviewOutlook;
import app.keypoint.review.DueCard;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.OneLearnersReviews;
import app.keypoint.support.Responses;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where exams, practice and what a score promises meet suspended cards and the day's limit. */
class ExamsAndLimitsTest extends OneLearnersReviews {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Autowired ReviewSettings settings;
  @Autowired ReviewOutlook outlooks;
  @Autowired PracticeSessions sessions;
  @Autowired PracticeAnswers practising;
  @Autowired Exams exams;
  @Autowired Cards cards;
  @Autowired Cohorts cohorts;
  @Autowired CohortExams cohortExams;
  @Autowired Memberships memberships;

  @Test
  void aSuspendedCardIsNotCalledNeverAnswered() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    List<Long> suspended = ids().subList(0, 2);
    at(MONDAY, () -> reviewing.act(learner, suspended, StepKind.SUSPEND));
    at(MONDAY, () -> set(DAY.plusDays(30)));
    Exam exam = at(MONDAY, () -> exams.of(learner)).getFirst();
    assertThat(exam.unbegun()).isZero();
    assertThat(exam.suspended()).isEqualTo(2);
    assertThat(exam.cards()).isEqualTo(quiz.questions().size() - 2);
  }

  @Test
  void anExamTodayDoesNotHideALaterOneOfTheSameQuiz() {
    Account instructor = fixtures.instructor();
    Cohort cohort = fixtures.as(instructor, () -> cohorts.create(instructor.id(), "Seminar"));
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 0);
    studying.review(learner, day(1), 0);
    at(
        MONDAY,
        () -> {
          fixtures.as(
              instructor,
              () -> cohortExams.set(instructor.id(), cohort.id(), quiz.id(), DAY.plusDays(2)));
          return set(DAY.plusDays(5));
        });
    Instant firstExam = day(2);
    assertThat(at(firstExam, () -> exams.of(learner)))
        .extracting(Exam::day)
        .containsExactly(DAY.plusDays(2), DAY.plusDays(5));
    int offered = at(firstExam, () -> exams.of(learner)).getLast().today();
    PracticeScope scope = new PracticeScope.BeforeExam(quiz.id());
    PracticeSession session = at(firstExam, () -> sessions.at(learner, scope, firstExam));
    assertThat(session.left()).isEqualTo(offered).isPositive();
  }

  @Test
  void theScorePageCountsAsDueOnlyWhatTheQueueAsks() {
    studying.finishQuiz(learner, MONDAY, quiz.questions(), 5);
    List<String> asked =
        quiz.questions().stream().map(QuestionVersion::question).map(Question::id).toList();
    assertThat(at(MONDAY, () -> outlooks.of(learner.id(), asked)).due()).isEqualTo(5);
    List<Long> due =
        at(MONDAY, () -> cards.find(learner, Cards.Filter.ALL, Cards.Order.NEXT_DAY, false, 0, 9))
            .stream()
            .filter(card -> DAY.equals(card.nextDay()))
            .map(Cards.Card::id)
            .toList();
    at(MONDAY, () -> reviewing.act(learner, due.subList(0, 2), StepKind.SUSPEND));
    at(MONDAY, () -> reviewing.act(learner, due.subList(2, 3), StepKind.BURY));
    ReviewOutlook.Outlook outlook = at(MONDAY, () -> outlooks.of(learner.id(), asked));
    assertThat(outlook.due()).isEqualTo(2);
    assertThat(outlook.cards()).isEqualTo(asked.size());
  }

  @Test
  void dueCardsThatWerePractisedCountTowardsTheDaysLimit() {
    settings.change(learner, new ReviewPreferences(10, 3, false, false, Algorithm.SM2, 0.9));
    studying.finishQuiz(learner, MONDAY, quiz.questions().subList(0, 8), 0);
    assertThat(progress().left()).isEqualTo(3);
    practise(2);
    ReviewProgress after = progress();
    assertThat(after.today() + after.backlog()).as("one more of the three").isEqualTo(1);
    assertThat(after.left()).isEqualTo(3);
    practise(2);
    assertThat(progress().today() + progress().backlog()).isZero();
    at(day(1), () -> reviewing.undo(learner));
    at(day(1), () -> reviewing.undo(learner));
    assertThat(progress().left()).isEqualTo(3);
  }

  private void practise(int answers) {
    PracticeScope scope = new PracticeScope.OfQuiz(quiz.id());
    for (int i = 0; i < answers; i++) {
      DueCard card = at(day(1), () -> sessions.at(learner, scope, day(1))).next().orElseThrow();
      CardAnswer answer =
          card.answer(
              Responses.right(card.question().question()), Grade.GOOD, Duration.ofSeconds(5));
      at(day(1), () -> practising.answer(learner, answer));
    }
  }

  private ReviewProgress progress() {
    return at(day(1), () -> reviewing.progress(learner));
  }

  private List<Long> ids() {
    return at(
            MONDAY,
            () -> cards.find(learner, Cards.Filter.ALL, Cards.Order.NEXT_DAY, false, 0, 1_000))
        .stream()
        .map(Cards.Card::id)
        .toList();
  }

  private boolean set(LocalDate day) {
    exams.set(learner, quiz.id(), day);
    return true;
  }

  private static Instant day(int days) {
    return MONDAY.plus(Duration.ofDays(days));
  }
}
