package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.review.CardAction;
import app.keypoint.review.DueCard;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.internal.LogEntry.Kind;
import app.keypoint.review.internal.Steps.TakenBack;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class ReviewService implements Reviewing {

  private final CardRepository cards;
  private final LogRepository log;
  private final DueQueue queue;
  private final DueCards dueCards;
  private final Steps steps;
  private final Answers answers;
  private final Moments moments;
  private final ReviewSettings settings;
  private final Clock clock;

  ReviewService(
      CardRepository cards,
      LogRepository log,
      DueQueue queue,
      DueCards dueCards,
      Steps steps,
      Answers answers,
      Moments moments,
      ReviewSettings settings,
      Clock clock) {
    this.cards = cards;
    this.log = log;
    this.queue = queue;
    this.dueCards = dueCards;
    this.steps = steps;
    this.answers = answers;
    this.moments = moments;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Queue queue(Account learner) {
    LocalDate today = today(learner);
    ReviewPreferences preferences = settings.of(learner.id());
    QueueCounts counts = queue.counts(learner.id(), today, preferences);
    return new Queue(
        queue.progress(learner.id(), today, counts), head(learner, today, preferences, counts));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<DueCard> next(Account learner) {
    LocalDate today = today(learner);
    ReviewPreferences preferences = settings.of(learner.id());
    return head(learner, today, preferences, queue.counts(learner.id(), today, preferences));
  }

  private Optional<DueCard> head(
      Account learner, LocalDate today, ReviewPreferences preferences, QueueCounts counts) {
    return queue
        .head(learner.id(), today, counts)
        .map(card -> show(card, moments.of(card, preferences, today, clock.instant())));
  }

  @Override
  @Transactional(readOnly = true)
  public ReviewProgress progress(Account learner) {
    LocalDate today = today(learner);
    return queue.progress(
        learner.id(), today, queue.counts(learner.id(), today, settings.of(learner.id())));
  }

  @Override
  public Recorded answer(Account learner, CardAnswer answer) {
    CardEntity card = steps.lock(learner, answer.cardId());
    if (card.version != answer.version()) {
      return answers.before(answer);
    }
    Moment moment = moment(learner, card);
    if (!inQueue(card, moment.today())) {
      throw new StaleCardException(answer.cardId());
    }
    Kind kind = card.schedule.drilledOn(moment.today()) ? Kind.DRILL : Kind.SCHEDULED;
    return answers.record(
        learner, card, answer, kind, moment.now(), grade -> card.schedule.after(grade, moment));
  }

  @Override
  public void act(Account learner, long cardId, int version, CardAction action) {
    CardEntity card = steps.lock(learner, cardId);
    Kind kind = CardActions.kind(action);
    if (card.version == version) {
      Moment moment = moment(learner, card);
      steps.step(learner, card, kind, schedule -> CardActions.after(action, schedule, moment));
    } else if (log.findByCardIdAndCardVersion(cardId, version)
        .filter(entry -> entry.kind == kind)
        .isEmpty()) {
      throw new StaleCardException(cardId);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public int suspended(Account learner) {
    return cards.countSuspended(learner.id());
  }

  @Override
  public int resume(Account learner) {
    LocalDate today = today(learner);
    List<CardEntity> suspended = cards.lockSuspended(learner.id());
    steps.step(learner, suspended, Kind.RESUME, card -> card.schedule.bringBack(today));
    return suspended.size();
  }

  @Override
  public Optional<Undone> undo(Account learner) {
    LocalDate today = today(learner);
    return steps
        .undo(learner)
        .map(
            undone ->
                new Undone(
                    CardActions.step(undone.kind()),
                    undone.cards().size(),
                    onlyCardInQueue(undone, today).map(card -> show(card, moment(learner, card)))));
  }

  private static Optional<CardEntity> onlyCardInQueue(TakenBack undone, LocalDate today) {
    return undone.cards().size() == 1
        ? undone.cards().stream().filter(card -> inQueue(card, today)).findFirst()
        : Optional.empty();
  }

  private static boolean inQueue(CardEntity card, LocalDate today) {
    return card.queueDay != null && !card.queueDay.isAfter(today);
  }

  private DueCard show(CardEntity card, Moment moment) {
    DueCard.Kind scheduled = card.fresh ? DueCard.Kind.NEW : DueCard.Kind.SCHEDULED;
    return dueCards.show(
        card, card.schedule.drilledOn(moment.today()) ? DueCard.Kind.DRILL : scheduled, moment);
  }

  private Moment moment(Account learner, CardEntity card) {
    Instant now = clock.instant();
    return moments.of(card, settings.of(learner.id()), learner.calendar().dayOf(now), now);
  }

  private LocalDate today(Account learner) {
    return learner.calendar().dayOf(clock.instant());
  }
}
