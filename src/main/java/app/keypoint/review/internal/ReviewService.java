package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.review.Acted;
import app.keypoint.review.DueCard;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.internal.Undoing.Outcome;
import app.keypoint.review.internal.log.AnswerContexts;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import app.keypoint.review.internal.schedule.AnswerContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class ReviewService implements Reviewing {

  private final CardRepository cards;
  private final DueQueue queue;
  private final DueCards dueCards;
  private final LogWriter writer;
  private final Undoing undoing;
  private final Answers answers;
  private final AnswerContexts contexts;
  private final ReviewSettings settings;
  private final Clock clock;

  ReviewService(
      CardRepository cards,
      DueQueue queue,
      DueCards dueCards,
      LogWriter writer,
      Undoing undoing,
      Answers answers,
      AnswerContexts contexts,
      ReviewSettings settings,
      Clock clock) {
    this.cards = cards;
    this.queue = queue;
    this.dueCards = dueCards;
    this.writer = writer;
    this.undoing = undoing;
    this.answers = answers;
    this.contexts = contexts;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Queue queue(Account learner) {
    LocalDate today = learner.today(clock);
    ReviewPreferences preferences = settings.of(learner.id());
    QueueCounts counts = queue.counts(learner.id(), today, preferences);
    return new Queue(
        queue.progress(learner.id(), today, counts), head(learner, today, preferences, counts));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<DueCard> next(Account learner) {
    LocalDate today = learner.today(clock);
    ReviewPreferences preferences = settings.of(learner.id());
    return head(learner, today, preferences, queue.counts(learner.id(), today, preferences));
  }

  private Optional<DueCard> head(
      Account learner, LocalDate today, ReviewPreferences preferences, QueueCounts counts) {
    return queue
        .head(learner.id(), today, counts)
        .map(card -> show(card, contexts.of(card, preferences, today, clock.instant())));
  }

  @Override
  @Transactional(readOnly = true)
  public ReviewProgress progress(Account learner) {
    LocalDate today = learner.today(clock);
    return queue.progress(
        learner.id(), today, queue.counts(learner.id(), today, settings.of(learner.id())));
  }

  @Override
  public Recorded answer(Account learner, CardAnswer answer) {
    return answers.once(
        learner, answer, (step, card) -> inQueue(card, step.day()), recording(answer));
  }

  private BiFunction<Step, CardEntity, Recorded> recording(CardAnswer answer) {
    return (step, card) -> {
      AnswerContext context = contexts.of(card, step);
      return answers.record(
          step,
          card,
          answer,
          card.schedule().answerOn(step.day()),
          grade -> card.schedule().after(grade, context));
    };
  }

  @Override
  public Acted act(Account learner, long cardId, int version, StepKind action) {
    Step step = writer.begin(learner);
    CardEntity card = writer.card(step, cardId);
    return card.version() == version
        ? writer.change(
            step, List.of(card), action, moving -> moving.schedule().after(action, step.context()))
        : writer.before(card, version, action);
  }

  @Override
  public Acted act(Account learner, Collection<Long> cardIds, StepKind action) {
    Step step = writer.begin(learner);
    return writer.change(
        step,
        writer.cards(step, cardIds),
        action,
        card -> card.schedule().after(action, step.context()));
  }

  @Override
  @Transactional(readOnly = true)
  public int suspended(Account learner) {
    return cards.countSuspended(learner.id());
  }

  @Override
  public int resume(Account learner) {
    Step step = writer.begin(learner);
    return writer
        .change(
            step,
            cards.lockSuspended(learner.id()),
            StepKind.RESUME,
            card -> card.schedule().after(StepKind.RESUME, step.context()))
        .cards();
  }

  @Override
  public Undo undo(Account learner) {
    Step step = writer.begin(learner);
    return told(step, undoing.latest(step));
  }

  @Override
  public Undo undo(Account learner, long number) {
    Step step = writer.begin(learner);
    return told(step, undoing.named(step, number));
  }

  private Undo told(Step step, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Stays(Undo.Reason reason) -> new Undo.Refused(reason);
      case Outcome.TakenBack(StepKind kind, List<CardEntity> again) ->
          new Undo.Done(kind, again.size(), toAskNow(step, again));
    };
  }

  /** The card, if it is one that the queue may ask now. */
  private Optional<DueCard> toAskNow(Step step, List<CardEntity> again) {
    if (again.size() != 1 || !inQueue(again.getFirst(), step.day())) {
      return Optional.empty();
    }
    CardEntity card = again.getFirst();
    QueueCounts counts = queue.counts(step.learnerId(), step.day(), step.preferences());
    return counts.allow(card, step.day())
        ? Optional.of(show(card, contexts.of(card, step)))
        : Optional.empty();
  }

  private static boolean inQueue(CardEntity card, LocalDate today) {
    return card.queueDay() != null && !card.queueDay().isAfter(today);
  }

  private DueCard show(CardEntity card, AnswerContext context) {
    return dueCards.show(card, card.schedule().answerOn(context.today()), context);
  }
}
