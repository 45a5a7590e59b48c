package app.keypoint.review.internal;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Grading;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.review.DueCard;
import app.keypoint.review.Grade;
import app.keypoint.review.ReviewAnswered;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.internal.LogEntry.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReviewService implements Reviewing {

  /** Longer than this and the learner was away, not thinking. */
  private static final Duration LONGEST_TIME = Duration.ofMinutes(5);

  private final CardRepository cards;
  private final LogRepository log;
  private final LearnerDayRepository days;
  private final Catalogue catalogue;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReviewService(
      CardRepository cards,
      LogRepository log,
      LearnerDayRepository days,
      Catalogue catalogue,
      Accounts accounts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.cards = cards;
    this.log = log;
    this.days = days;
    this.catalogue = catalogue;
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<DueCard> next(Account learner) {
    LocalDate today = today(learner);
    return cards.first(learner.id(), today).map(card -> due(card, today));
  }

  @Override
  @Transactional(readOnly = true)
  public ReviewProgress progress(Account learner) {
    LocalDate today = today(learner);
    int cleared = days.cleared(learner.id(), today).stream().mapToInt(Integer::intValue).sum();
    int left = cards.countDue(learner.id(), today);
    return cards
        .firstAfter(learner.id(), today)
        .map(next -> new ReviewProgress(cleared, left, next.getDay(), next.getCards()))
        .orElseGet(() -> new ReviewProgress(cleared, left, null, 0));
  }

  @Override
  public Recorded answer(Account learner, CardAnswer answer) {
    CardEntity card = lock(learner, answer.cardId());
    if (card.version != answer.version()) {
      return recordedBefore(answer);
    }
    Instant now = clock.instant();
    LocalDate today = learner.calendar().dayOf(now);
    if (card.queueDay == null || card.queueDay.isAfter(today)) {
      throw new StaleCardException(answer.cardId());
    }
    Grade grade = grade(question(card).question(), answer);
    Kind kind = card.schedule.drilledOn(today) ? Kind.DRILL : Kind.SCHEDULED;
    Duration timeTaken = clamp(answer.timeTaken());
    LogEntry entry =
        step(card, now, today, kind, grade, timeTaken, s -> s.after(grade, today, now));
    accounts.seen(learner.id(), now);
    events.publishEvent(new ReviewAnswered(learner.id(), grade, kind == Kind.DRILL, timeTaken));
    return recorded(entry);
  }

  @Override
  public void bury(Account learner, long cardId, int version) {
    LocalDate tomorrow = today(learner).plusDays(1);
    setAside(learner, cardId, version, Kind.BURY, schedule -> schedule.buriedUntil(tomorrow));
  }

  @Override
  public void suspend(Account learner, long cardId, int version) {
    setAside(learner, cardId, version, Kind.SUSPEND, schedule -> schedule.suspended(true));
  }

  @Override
  @Transactional(readOnly = true)
  public int suspended(Account learner) {
    return cards.countSuspended(learner.id());
  }

  @Override
  public int resume(Account learner) {
    Instant now = clock.instant();
    LocalDate today = learner.calendar().dayOf(now);
    List<CardEntity> suspended = cards.lockSuspended(learner.id());
    for (CardEntity card : suspended) {
      step(card, now, today, Kind.RESUME, null, Duration.ZERO, s -> s.suspended(false));
    }
    return suspended.size();
  }

  @Override
  public Optional<DueCard> undo(Account learner) {
    Instant now = clock.instant();
    LocalDate today = learner.calendar().dayOf(now);
    return log.lastUndoable(learner.id(), today)
        .map(
            undone -> {
              CardEntity card = lock(learner, undone.cardId);
              CardSchedule before = card.schedule;
              int version = card.moveTo(undone.before);
              log.save(
                  new LogEntry(card, version, now, today, Kind.UNDO, null, 0, undone.id, before));
              days.add(learner.id(), today, DayCount.of(undone).negated());
              return due(card, today);
            });
  }

  private void setAside(
      Account learner,
      long cardId,
      int version,
      Kind kind,
      UnaryOperator<CardSchedule> transition) {
    CardEntity card = lock(learner, cardId);
    if (card.version == version) {
      Instant now = clock.instant();
      step(card, now, learner.calendar().dayOf(now), kind, null, Duration.ZERO, transition);
    } else if (log.findByCardIdAndCardVersion(cardId, version)
        .filter(entry -> entry.kind == kind)
        .isEmpty()) {
      throw new StaleCardException(cardId);
    }
  }

  /** Moves a card, appends to the log and bumps the day's counters. */
  private LogEntry step(
      CardEntity card,
      Instant now,
      LocalDate today,
      Kind kind,
      @Nullable Grade grade,
      Duration timeTaken,
      UnaryOperator<CardSchedule> transition) {
    CardSchedule before = card.schedule;
    int version = card.moveTo(transition.apply(before));
    LogEntry entry =
        log.save(
            new LogEntry(
                card, version, now, today, kind, grade, (int) timeTaken.toMillis(), null, before));
    days.add(card.learnerId, today, DayCount.of(entry));
    return entry;
  }

  private Recorded recordedBefore(CardAnswer answer) {
    return log.findByCardIdAndCardVersion(answer.cardId(), answer.version())
        .filter(entry -> entry.kind.answer())
        .map(ReviewService::recorded)
        .orElseThrow(() -> new StaleCardException(answer.cardId()));
  }

  private static Recorded recorded(LogEntry entry) {
    return new Recorded(
        entry.grade(), days(entry.studyDay, entry.after), stays(entry.studyDay, entry.after));
  }

  private static Grade grade(Question question, CardAnswer answer) {
    if (!Grading.outcome(question, answer.response()).right()) {
      return Grade.FORGOT;
    }
    if (answer.response() instanceof Response.Picked && answer.grade().lapse()) {
      throw new IllegalArgumentException("Rightly picked options cannot be graded as forgotten");
    }
    return answer.grade();
  }

  private DueCard due(CardEntity card, LocalDate today) {
    QuestionVersion question = question(card);
    return new DueCard(
        card.id(),
        card.version,
        question,
        OptionOrder.of(question.question(), card.id(), card.version),
        card.schedule.drilledOn(today),
        Previews.of(card.schedule, today, clock.instant()));
  }

  private QuestionVersion question(CardEntity card) {
    return catalogue.question(card.questionId).orElseThrow(() -> new StaleCardException(card.id()));
  }

  private CardEntity lock(Account learner, long cardId) {
    return cards
        .lock(cardId, learner.id())
        .orElseThrow(() -> new NoSuchElementException("No card " + cardId));
  }

  private LocalDate today(Account learner) {
    return learner.calendar().dayOf(clock.instant());
  }

  private static Duration clamp(Duration timeTaken) {
    if (timeTaken.isNegative()) {
      return Duration.ZERO;
    }
    return timeTaken.compareTo(LONGEST_TIME) > 0 ? LONGEST_TIME : timeTaken;
  }

  static int days(LocalDate today, CardSchedule schedule) {
    return Math.toIntExact(schedule.due().toEpochDay() - today.toEpochDay());
  }

  static boolean stays(LocalDate today, CardSchedule schedule) {
    return !schedule.comesUp().isAfter(today);
  }
}
