package app.keypoint.review.internal;

import app.keypoint.content.QuestionsChanged;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.CalendarChanged;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.review.Grade;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.internal.LogEntry.Answered;
import app.keypoint.review.internal.LogEntry.Kind;
import app.keypoint.review.scheduler.Scheduler;
import java.time.Duration;
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
  private final LogRepository log;
  private final LearnerDayRepository days;
  private final Accounts accounts;
  private final ReviewSettings settings;

  CardEvents(
      CardRepository cards,
      LogRepository log,
      LearnerDayRepository days,
      Accounts accounts,
      ReviewSettings settings) {
    this.cards = cards;
    this.log = log;
    this.days = days;
    this.accounts = accounts;
    this.settings = settings;
  }

  /** A finished quiz is the first scheduled answer of each of its questions never answered yet. */
  @EventListener
  void on(QuizFinished quiz) {
    LocalDate today = accounts.require(quiz.learnerId()).calendar().dayOf(quiz.at());
    Scheduler scheduler = Moments.scheduler(settings.of(quiz.learnerId()));
    Moment moment = new Moment(today, quiz.at(), scheduler, Smoothing.NONE);
    List<String> questionIds =
        quiz.results().stream().map(QuizFinished.Result::questionId).toList();
    Map<String, CardEntity> existing =
        cards.findByLearnerIdAndQuestionIdIn(quiz.learnerId(), questionIds).stream()
            .collect(Collectors.toMap(card -> card.questionId, Function.identity()));
    for (QuizFinished.Result result : quiz.results()) {
      CardEntity card = existing.get(result.questionId());
      if (card == null) {
        card =
            cards.save(
                new CardEntity(
                    quiz.learnerId(), result.questionId(), CardSchedule.fresh(today, quiz.at())));
      }
      if (card.fresh) {
        begin(card, result.right() ? Grade.GOOD : Grade.FORGOT, moment);
      }
    }
  }

  private void begin(CardEntity card, Grade grade, Moment moment) {
    Answered answered = new Answered(moment.now(), grade, Duration.ZERO, false);
    log.save(
        LogEntry.answer(
            card, card.schedule.after(grade, moment), Kind.QUIZ, answered, moment.today()));
  }

  /** A quiz left half way is a day's work too. */
  @EventListener
  void on(QuizAnswered answer) {
    days.add(answer.learnerId(), answer.day(), DayCount.QUIZ_ANSWER);
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
      cards.retire(questions.retired());
    }
    if (!questions.restored().isEmpty()) {
      cards.restore(questions.restored());
    }
  }
}
