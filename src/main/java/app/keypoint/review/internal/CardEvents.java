package app.keypoint.review.internal;

import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.content.loading.QuestionsChanged;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.CalendarChanged;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.quiz.QuizOverruled;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.history.Rescheduling;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.DayCount;
import app.keypoint.review.internal.log.LearnerDayRepository;
import app.keypoint.review.internal.log.LogEntry.Answered;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import app.keypoint.scheduling.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other features' events do to cards, inside the transaction that publishes them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CardEvents {

  private final CardRepository cards;
  private final LogWriter writer;
  private final Rescheduling rescheduling;
  private final LearnerDayRepository days;
  private final Accounts accounts;

  CardEvents(
      CardRepository cards,
      LogWriter writer,
      Rescheduling rescheduling,
      LearnerDayRepository days,
      Accounts accounts) {
    this.cards = cards;
    this.writer = writer;
    this.rescheduling = rescheduling;
    this.days = days;
    this.accounts = accounts;
  }

  /** A finished quiz is the first scheduled answer of each of its questions never answered yet. */
  @EventListener
  void on(QuizFinished quiz) {
    Step step =
        writer.begin(quiz.learnerId(), accounts.require(quiz.learnerId()).calendar(), quiz.at());
    List<String> questionIds =
        quiz.results().stream().map(QuizFinished.Result::questionId).toList();
    Map<String, CardEntity> byQuestion =
        cards.lockOfQuestions(quiz.learnerId(), questionIds).stream()
            .collect(Collectors.toMap(card -> card.questionId(), Function.identity()));
    // All cards before the first entry: ordered batches would else write an entry before its card.
    List<CardEntity> made =
        questionIds.stream()
            .filter(question -> !byQuestion.containsKey(question))
            .map(question -> writer.create(step, question, step.day(), step.at()))
            .toList();
    made.forEach(card -> byQuestion.put(card.questionId(), card));
    rescheduling.begun(step, made);
    for (QuizFinished.Result result : quiz.results()) {
      CardEntity card = byQuestion.get(result.questionId());
      if (card != null && card.fresh()) {
        Grade grade = result.right() ? Grade.GOOD : Grade.FORGOT;
        var unused =
            writer.answer(
                step,
                card,
                StepKind.QUIZ,
                Answered.inQuiz(grade, result.confidence()),
                card.schedule().after(grade, step.context()));
      }
    }
  }

  /** A quiz left half way is a day's work too. */
  @EventListener
  void on(QuizAnswered answer) {
    days.add(answer.learnerId(), answer.day(), DayCount.quizAnswers(1, answer.confidence()));
  }

  @EventListener
  void on(QuizOverruled answer) {
    ConfidenceTally right = ConfidenceTally.overruled(answer.confidence());
    days.add(answer.learnerId(), answer.day(), DayCount.quizAnswers(0, right));
  }

  /**
   * Moving east, a learner loses hours of the days from the old one to the present: they need not
   * be earned to keep a streak.
   */
  @EventListener
  void on(CalendarChanged move) {
    LocalDate old = move.before().dayOf(move.at());
    LocalDate present = move.after().dayOf(move.at());
    Instant oldEnd = move.before().startOf(old.plusDays(1));
    Instant presentEnd = move.after().startOf(present.plusDays(1));
    boolean cutShort = present.equals(old) && presentEnd.isBefore(oldEnd);
    if (present.isAfter(old) || cutShort) {
      old.datesUntil(present.plusDays(1))
          .forEach(
              day -> {
                days.open(move.accountId(), day);
                var unused = days.markBridged(move.accountId(), day);
              });
    }
  }

  @EventListener
  void on(QuestionsChanged questions) {
    if (!questions.retired().isEmpty()) {
      writer.retire(questions.retired());
    }
    if (!questions.restored().isEmpty()) {
      writer.restore(questions.restored());
    }
  }
}
