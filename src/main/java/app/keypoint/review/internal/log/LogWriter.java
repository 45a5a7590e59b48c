package app.keypoint.review.internal.log;

import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.review.Acted;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.log.LogEntry.Answered;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only writer of cards. A step begins by holding its learner, so that all that changes a
 * learner's cards waits in line; each change is appended to the log, moves its card and bumps the
 * day. What comes from content alone, that a card is there or is retired, is no entry of the log.
 *
 * <p>Locks are taken in one order: account, learner, cards, day.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LogWriter {

  private final CardRepository cards;
  private final LogRepository log;
  private final LearnerDayRepository days;
  private final ReviewLearnerRepository learners;
  private final Clock clock;

  LogWriter(
      CardRepository cards,
      LogRepository log,
      LearnerDayRepository days,
      ReviewLearnerRepository learners,
      Clock clock) {
    this.cards = cards;
    this.log = log;
    this.days = days;
    this.learners = learners;
    this.clock = clock;
  }

  /** Begins a step of now. To be called before any card is read. */
  public Step begin(Account learner) {
    return begin(learner.id(), learner.calendar(), clock.instant());
  }

  /** Begins a step of an instant. To be called before any card is read. */
  public Step begin(long learnerId, StudyCalendar calendar, Instant at) {
    ReviewLearnerRepository.NextStep next = learners.next(learnerId);
    ReviewPreferencesEntity chosen = next.preferences();
    return new Step(
        learnerId,
        next.number(),
        at,
        calendar.dayOf(at),
        chosen == null ? ReviewPreferences.DEFAULT : chosen.toPreferences());
  }

  /** Another step at the same moment. */
  public Step next(Step step) {
    return new Step(
        step.learnerId(),
        learners.next(step.learnerId()).number(),
        step.at(),
        step.day(),
        step.preferences());
  }

  /**
   * The learner's card, held.
   *
   * @throws GoneException when the learner has no such card
   */
  public CardEntity card(Step step, long cardId) {
    return cards
        .lock(cardId, step.learnerId())
        .orElseThrow(() -> new GoneException("card " + cardId));
  }

  /** The learner's cards among these, held; others and retired ones are left out. */
  public List<CardEntity> cards(Step step, Collection<Long> cardIds) {
    return cards.lockAll(step.learnerId(), cardIds);
  }

  /** An answer, which moves the card to another schedule. */
  public LogEntry answer(
      Step step, CardEntity card, StepKind kind, Answered answered, CardSchedule after) {
    return append(LogEntry.answer(step, card, kind, answered, after), card);
  }

  /** Moves cards otherwise, those that it would leave as they are left out. */
  public Acted change(
      Step step,
      Collection<CardEntity> some,
      StepKind kind,
      Function<CardEntity, CardSchedule> transition) {
    int changed = 0;
    for (CardEntity card : some) {
      CardSchedule after = transition.apply(card);
      if (!after.equals(card.schedule)) {
        append(LogEntry.of(step, card, kind, after), card);
        changed++;
      }
    }
    return changed == 0 ? Acted.NOTHING : new Acted(changed, step.number());
  }

  /** Notes what happened to a card even where its schedule stays. */
  public Acted note(Step step, CardEntity card, StepKind kind, CardSchedule after) {
    append(LogEntry.of(step, card, kind, after), card);
    return new Acted(1, step.number());
  }

  /**
   * The step that a card of this version took, when the same click comes again.
   *
   * @throws StaleCardException when the card took another, or this one was taken back
   */
  public Acted before(CardEntity card, int version, StepKind kind) {
    return log.findByCardIdAndCardVersion(card.id(), version)
        .filter(entry -> entry.kind == kind && !log.existsByUndoes(entry.id()))
        .map(entry -> new Acted(1, entry.step))
        .orElseThrow(() -> new StaleCardException(card.id()));
  }

  /** Puts a card back to where it was before an entry, which is its latest. */
  public void undo(Step step, CardEntity card, LogEntry undone) {
    append(LogEntry.undo(step, card, undone), card);
    days.add(step.learnerId(), undone.studyDay, DayCount.of(undone).negated());
  }

  private LogEntry append(LogEntry entry, CardEntity card) {
    LogEntry saved = log.save(entry);
    card.apply(saved);
    days.add(saved.learnerId, saved.studyDay, DayCount.of(saved));
    return saved;
  }

  /** Puts a question under review that the learner has no card of yet. */
  public CardEntity create(Step step, String questionId, LocalDate day, Instant at) {
    return cards.save(new CardEntity(step.learnerId(), questionId, CardSchedule.fresh(day, at)));
  }

  /** Takes cards from review of which the log says nothing. */
  public void withdraw(Step step, Collection<CardEntity> untouched) {
    if (untouched.stream()
        .anyMatch(card -> card.learnerId != step.learnerId() || card.version > 0)) {
      throw new IllegalArgumentException("A card with a log stays");
    }
    cards.deleteAllInBatch(untouched);
  }

  /**
   * Takes cards from review with what the log says of them: an import began them by mistake.
   *
   * @return their questions
   */
  public List<String> forget(Step step, List<Long> cardIds) {
    List<CardEntity> own = cards.lockForUndo(step.learnerId(), cardIds);
    log.deleteOfCards(own.stream().map(CardEntity::id).toList());
    cards.deleteAllInBatch(own);
    return own.stream().map(card -> card.questionId).toList();
  }

  /** Takes all learners' cards of these questions out of their queues. */
  public void retire(Collection<String> questionIds) {
    cards.retire(questionIds);
  }

  /** Puts them back. */
  public void restore(Collection<String> questionIds) {
    cards.restore(questionIds);
  }
}
