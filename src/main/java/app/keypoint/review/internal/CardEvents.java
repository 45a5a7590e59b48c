package app.keypoint.review.internal;

import app.keypoint.content.QuestionsChanged;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.review.Grade;
import app.keypoint.review.internal.LogEntry.Kind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other features' events do to cards, inside the transaction that publishes them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CardEvents {

  private final CardRepository cards;
  private final LogRepository log;
  private final LearnerDayRepository days;
  private final Accounts accounts;

  CardEvents(
      CardRepository cards, LogRepository log, LearnerDayRepository days, Accounts accounts) {
    this.cards = cards;
    this.log = log;
    this.days = days;
    this.accounts = accounts;
  }

  /** A finished quiz is the first scheduled answer of each of its questions without a card. */
  @EventListener
  void on(QuizFinished quiz) {
    LocalDate today = accounts.require(quiz.learnerId()).calendar().dayOf(quiz.at());
    List<String> questionIds =
        quiz.results().stream().map(QuizFinished.Result::questionId).toList();
    Set<String> existing = new HashSet<>(cards.existing(quiz.learnerId(), questionIds));
    quiz.results().stream()
        .filter(result -> !existing.contains(result.questionId()))
        .forEach(result -> start(quiz, result, today));
  }

  /** A quiz left half way is a day's work too. */
  @EventListener
  void on(QuizAnswered answer) {
    LocalDate today = accounts.require(answer.learnerId()).calendar().dayOf(answer.at());
    days.add(answer.learnerId(), today, DayCount.QUIZ_ANSWER);
  }

  private void start(QuizFinished quiz, QuizFinished.Result result, LocalDate today) {
    Grade grade = result.right() ? Grade.GOOD : Grade.FORGOT;
    CardSchedule fresh = CardSchedule.fresh(today, quiz.at());
    CardEntity card = cards.save(new CardEntity(quiz.learnerId(), result.questionId(), fresh));
    int version = card.moveTo(fresh.after(grade, today, quiz.at()));
    log.save(new LogEntry(card, version, quiz.at(), today, Kind.QUIZ, grade, 0, null, fresh));
  }

  @EventListener
  void on(QuestionsChanged questions) {
    if (!questions.retired().isEmpty()) {
      cards.retire(questions.retired());
    }
    if (!questions.restored().isEmpty()) {
      cards.restore(questions.restored());
    }
  }
}
