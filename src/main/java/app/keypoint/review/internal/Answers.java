package app.keypoint.review.internal;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.content.grading.Grading;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.ReviewAnswered;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.log.LogEntry.Answered;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.review.internal.schedule.Previews;
import app.keypoint.scheduling.Grade;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Grades and records answers, once each. */
@Component
class Answers {

  /** So many times "Hard" after a miss is a habit worth a word. */
  private static final int HARD_AFTER_MISS = 3;

  private final LogRepository log;
  private final LogWriter writer;
  private final Catalogue catalogue;
  private final Translations translations;
  private final Accounts accounts;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Answers(
      LogRepository log,
      LogWriter writer,
      Catalogue catalogue,
      Translations translations,
      Accounts accounts,
      Clock clock,
      ApplicationEventPublisher events) {
    this.log = log;
    this.writer = writer;
    this.catalogue = catalogue;
    this.translations = translations;
    this.accounts = accounts;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Records an answer once: told again of one that is recorded already, it answers the same.
   *
   * @param offered whether a card, held and as it was shown, may be answered
   * @param recording how that is recorded, by {@link #record}
   * @throws StaleCardException when the card is not offered any more
   */
  Recorded once(
      Account learner,
      CardAnswer answer,
      BiPredicate<Step, CardEntity> offered,
      BiFunction<Step, CardEntity, Recorded> recording) {
    // The account comes first: so do all who lock both.
    accounts.seen(learner.id(), clock.instant());
    Step step = writer.begin(learner);
    CardEntity card = writer.card(step, answer.cardId());
    if (card.version() != answer.version()) {
      return before(answer);
    }
    if (!offered.test(step, card)) {
      throw new StaleCardException(answer.cardId());
    }
    return recording.apply(step, card);
  }

  /**
   * Records an answer to a card that is held and as it was shown, graded by the version of the
   * question that was shown.
   *
   * @param transition the card's schedule after a grade
   */
  Recorded record(
      Step step,
      CardEntity card,
      CardAnswer answer,
      StepKind kind,
      Function<Grade, CardSchedule> transition) {
    Grade grade = grade(asked(card, answer.questionVersion()), answer);
    Answered answered =
        new Answered(
            grade,
            clamp(answer.timeTaken()),
            answer.questionVersion(),
            answer.response(),
            answer.confidence());
    LogEntry entry = writer.answer(step, card, kind, answered, transition.apply(grade));
    events.publishEvent(new ReviewAnswered(step.learnerId(), grade, kind, answered.timeTaken()));
    return recorded(entry, hardAfterMiss(entry));
  }

  /**
   * What was recorded for a version of the card that has been answered.
   *
   * @throws StaleCardException when it was something other than an answer, or was taken back
   */
  private Recorded before(CardAnswer answer) {
    return log.findByCardIdAndCardVersion(answer.cardId(), answer.version())
        .filter(entry -> entry.kind().reviewAnswer() && !log.existsByUndoes(entry.id()))
        .map(entry -> recorded(entry, false))
        .orElseThrow(() -> new StaleCardException(answer.cardId()));
  }

  private boolean hardAfterMiss(LogEntry entry) {
    return entry.overruled()
        && entry.grade() == Grade.HARD
        && log.countHardAfterMiss(entry.learnerId()) == HARD_AFTER_MISS;
  }

  private static Recorded recorded(LogEntry entry, boolean hardAfterMiss) {
    return new Recorded(
        entry.grade(),
        Previews.days(entry.studyDay(), entry.after()),
        Previews.stays(entry.studyDay(), entry.after()),
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

  /** The question as the learner saw it, whatever it has become since. */
  private Question asked(CardEntity card, long version) {
    Question asked =
        Objects.requireNonNull(catalogue.versions(List.of(version)).get(version)).question();
    if (!asked.id().equals(card.questionId())) {
      throw new IllegalArgumentException(
          "Version %d is not of question %s".formatted(version, card.questionId()));
    }
    return asked;
  }

  private static Duration clamp(Duration timeTaken) {
    if (timeTaken.isNegative()) {
      return Duration.ZERO;
    }
    return timeTaken.compareTo(QuizTaking.LONGEST_TIME) > 0 ? QuizTaking.LONGEST_TIME : timeTaken;
  }
}
