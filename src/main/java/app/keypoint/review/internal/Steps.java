package app.keypoint.review.internal;

import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.review.internal.LogEntry.Answered;
import app.keypoint.review.internal.LogEntry.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The only writer of cards: each change moves the card, appends to the log and bumps the day. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Steps {

  /** So many of a learner's latest steps can be taken back. */
  static final int UNDO_REACH = 30;

  private final CardRepository cards;
  private final LogRepository log;
  private final LearnerDayRepository days;
  private final Clock clock;

  Steps(CardRepository cards, LogRepository log, LearnerDayRepository days, Clock clock) {
    this.cards = cards;
    this.log = log;
    this.days = days;
    this.clock = clock;
  }

  /**
   * The learner's card, held until the transaction ends.
   *
   * @throws GoneException when the learner has no such card
   */
  CardEntity lock(Account learner, long cardId) {
    return cards.lock(cardId, learner.id()).orElseThrow(() -> new GoneException("card " + cardId));
  }

  /** The learner's cards among these, held until the transaction ends; others are left out. */
  List<CardEntity> lockAll(Account learner, Collection<Long> cardIds) {
    return cards.lockAll(learner.id(), cardIds);
  }

  /** An answer, which moves the card to another schedule. */
  LogEntry answer(
      CardEntity card, Kind kind, CardSchedule after, Answered answered, LocalDate today) {
    LogEntry entry = log.save(LogEntry.answer(card, after, kind, answered, today));
    days.add(card.learnerId, today, DayCount.of(entry));
    return entry;
  }

  /** One step of one or many cards, which is taken back as a whole. */
  void step(
      Account learner,
      List<CardEntity> moving,
      Kind kind,
      Function<CardEntity, CardSchedule> transition) {
    Instant now = clock.instant();
    LocalDate today = learner.calendar().dayOf(now);
    Long first = null;
    for (CardEntity card : moving) {
      LogEntry entry = LogEntry.step(card, transition.apply(card), kind, now, today);
      entry.partOf = first;
      log.save(entry);
      first = first == null ? Long.valueOf(entry.id()) : first;
    }
  }

  /** One step of one card. */
  void step(Account learner, CardEntity card, Kind kind, UnaryOperator<CardSchedule> transition) {
    step(learner, List.of(card), kind, moving -> transition.apply(moving.schedule));
  }

  /**
   * Takes back the learner's latest step that was not taken back yet, among the last {@link
   * #UNDO_REACH}. What was scheduled anew by a replay cannot be: nor what lies before it.
   */
  Optional<TakenBack> undo(Account learner) {
    List<Long> reach = log.steps(learner.id(), Limit.of(UNDO_REACH));
    if (reach.isEmpty()) {
      return Optional.empty();
    }
    return log.lastStep(learner.id(), reach.getLast())
        .filter(step -> step.kind != Kind.REPLAY)
        .flatMap(step -> takeBack(learner, step));
  }

  private Optional<TakenBack> takeBack(Account learner, LogEntry step) {
    List<LogEntry> entries = new ArrayList<>(List.of(step));
    entries.addAll(log.findByPartOfOrderById(step.id()));
    var byId =
        cards
            .lockForUndo(learner.id(), entries.stream().map(entry -> entry.cardId).toList())
            .stream()
            .collect(Collectors.toMap(CardEntity::id, Function.identity()));
    if (log.existsByUndoes(step.id())) {
      return undo(learner); // another tab was faster while this one waited for the cards
    }
    Instant now = clock.instant();
    LocalDate today = learner.calendar().dayOf(now);
    DayCount counts = DayCount.NONE;
    for (LogEntry entry : entries.reversed()) {
      CardEntity card = byId.get(entry.cardId);
      if (card == null) {
        throw new IllegalStateException("The log names a card that is gone: " + entry.cardId);
      }
      log.save(LogEntry.undo(card, entry, now, today));
      counts = counts.plus(DayCount.of(entry).negated());
    }
    days.add(learner.id(), step.studyDay, counts);
    return Optional.of(new TakenBack(step.kind, List.copyOf(byId.values())));
  }

  /** A step that was taken back, and the cards as they are again. */
  record TakenBack(Kind kind, List<CardEntity> cards) {}
}
