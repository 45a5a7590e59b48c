package app.keypoint.review.internal;

import app.keypoint.content.Grading;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.review.Grade;
import app.keypoint.review.ReviewAnswered;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.internal.LogEntry.Answered;
import app.keypoint.review.internal.LogEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Grades and records answers, once each. */
@Component
class Answers {

  /** Longer than this and the learner was away, not thinking. */
  private static final Duration LONGEST_TIME = Duration.ofMinutes(5);

  /** So many times "Hard" after a miss is a habit worth a word. */
  private static final int HARD_AFTER_MISS = 3;

  private final LogRepository log;
  private final Steps steps;
  private final DueCards dueCards;
  private final Translations translations;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;

  Answers(
      LogRepository log,
      Steps steps,
      DueCards dueCards,
      Translations translations,
      Accounts accounts,
      ApplicationEventPublisher events) {
    this.log = log;
    this.steps = steps;
    this.dueCards = dueCards;
    this.translations = translations;
    this.accounts = accounts;
    this.events = events;
  }

  /**
   * Records an answer to a card that is held and as it was shown.
   *
   * @param transition the card's schedule after a grade
   */
  Recorded record(
      Account learner,
      CardEntity card,
      CardAnswer answer,
      Kind kind,
      Instant now,
      Function<Grade, CardSchedule> transition) {
    Grade grade = grade(dueCards.question(card).question(), answer);
    Answered answered =
        new Answered(now, grade, clamp(answer.timeTaken()), overruled(answer.response()));
    LogEntry entry =
        steps.answer(card, kind, transition.apply(grade), answered, learner.calendar().dayOf(now));
    accounts.seen(learner.id(), now);
    events.publishEvent(
        new ReviewAnswered(learner.id(), grade, kind != Kind.SCHEDULED, answered.timeTaken()));
    return recorded(entry, hardAfterMiss(entry));
  }

  /**
   * What was recorded for a version of the card that has been answered.
   *
   * @throws StaleCardException when it was something other than an answer
   */
  Recorded before(CardAnswer answer) {
    return log.findByCardIdAndCardVersion(answer.cardId(), answer.version())
        .filter(entry -> entry.kind.answer())
        .map(entry -> recorded(entry, false))
        .orElseThrow(() -> new StaleCardException(answer.cardId()));
  }

  private boolean hardAfterMiss(LogEntry entry) {
    return entry.overruled
        && entry.grade() == Grade.HARD
        && log.countHardAfterMiss(entry.learnerId) == HARD_AFTER_MISS;
  }

  private static Recorded recorded(LogEntry entry, boolean hardAfterMiss) {
    return new Recorded(
        entry.grade(),
        Previews.days(entry.studyDay, entry.after),
        Previews.stays(entry.studyDay, entry.after),
        hardAfterMiss);
  }

  private Grade grade(Question question, CardAnswer answer) {
    Question shown = translations.shown(question, answer.response());
    if (!Grading.outcome(shown, answer.response()).right()) {
      return Grade.FORGOT;
    }
    if (answer.response() instanceof Response.Picked && answer.grade().lapse()) {
      throw new IllegalArgumentException("Rightly picked options cannot be graded as forgotten");
    }
    return answer.grade();
  }

  private static boolean overruled(Response response) {
    return response instanceof Response.Typed typed && typed.overruled();
  }

  private static Duration clamp(Duration timeTaken) {
    if (timeTaken.isNegative()) {
      return Duration.ZERO;
    }
    return timeTaken.compareTo(LONGEST_TIME) > 0 ? LONGEST_TIME : timeTaken;
  }
}
