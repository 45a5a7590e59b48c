package app.keypoint.review.internal.history;

import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.scheduling.Scheduler;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Schedules cards anew from their log. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Rescheduling {

  /** Cards whose histories are in memory at the same time. */
  private static final int AT_ONCE = 500;

  private final CardRepository cards;
  private final LogRepository log;
  private final PastReviewRepository past;
  private final LogWriter writer;
  private final EntityManager entities;

  Rescheduling(
      CardRepository cards,
      LogRepository log,
      PastReviewRepository past,
      LogWriter writer,
      EntityManager entities) {
    this.cards = cards;
    this.log = log;
    this.past = past;
    this.writer = writer;
    this.entities = entities;
  }

  /**
   * Replays all of the learner's cards by another scheduler.
   *
   * @return how many are due on another day than before
   */
  public int all(Step step, Scheduler scheduler) {
    return replay(step, cards.lockAll(step.learnerId()), scheduler, true);
  }

  /** Replays the cards of these questions, of which more is known than before, or less. */
  public int some(Step step, Collection<String> questionIds, Scheduler scheduler) {
    return replay(step, cards.lockOfQuestions(step.learnerId(), questionIds), scheduler, true);
  }

  /** Replays all of the learner's cards as they should be anyway. */
  public int repair(Step step) {
    return replay(step, cards.lockAll(step.learnerId()), step.scheduler(), false);
  }

  /**
   * Lets cards that were just made begin with what was brought of their questions before there was
   * a card. That is a step of its own, since undo must not take it for a part of another.
   */
  public void begun(Step step, Collection<CardEntity> made) {
    List<String> questions = made.stream().map(card -> card.questionId()).toList();
    List<String> brought =
        questions.isEmpty() ? List.of() : past.cardsAmong(step.learnerId(), questions);
    if (!brought.isEmpty()) {
      var unused = some(writer.next(step), brought, step.scheduler());
    }
  }

  /**
   * @param otherwise whether what led to a card's schedule is told otherwise than before: that is
   *     an entry even where it ends the same, since what an undo brought back would be the old tale
   */
  private int replay(Step step, List<CardEntity> replayed, Scheduler scheduler, boolean otherwise) {
    Map<Long, CardSchedule> schedules = new HashMap<>();
    int moved = 0;
    for (int from = 0; from < replayed.size(); from += AT_ONCE) {
      List<CardEntity> some = replayed.subList(from, Math.min(from + AT_ONCE, replayed.size()));
      schedules(step.learnerId(), some, scheduler)
          .forEach((card, after) -> schedules.put(card.id(), after));
    }
    for (CardEntity card : replayed) {
      CardSchedule after = schedules.get(card.id());
      if (after != null && (otherwise || !after.equals(card.schedule()))) {
        moved += after.due().equals(card.schedule().due()) ? 0 : 1;
        var unused = writer.note(step, card, StepKind.REPLAY, after);
      }
    }
    return moved;
  }

  /** Reads the history of these cards alone, and lets go of it; some have none. */
  private Map<CardEntity, CardSchedule> schedules(
      long learnerId, List<CardEntity> some, Scheduler scheduler) {
    List<LogEntry> log = this.log.ofCards(learnerId, some.stream().map(CardEntity::id).toList());
    List<PastReviewEntity> past =
        this.past.findByLearnerIdAndCardInOrderByAt(
            learnerId, some.stream().map(card -> card.questionId()).toList());
    Map<Long, List<LogEntry>> entries =
        log.stream().collect(Collectors.groupingBy(entry -> entry.cardId()));
    Map<String, List<PastAnswer>> brought =
        past.stream()
            .map(PastReviewEntity::toAnswer)
            .collect(Collectors.groupingBy(PastAnswer::card));
    Map<CardEntity, CardSchedule> schedules = new HashMap<>();
    for (CardEntity card : some) {
      List<LogEntry> own = entries.getOrDefault(card.id(), List.of());
      List<PastAnswer> earlier = brought.getOrDefault(card.questionId(), List.of());
      if (!own.isEmpty() || !earlier.isEmpty()) {
        schedules.put(card, replayed(card, own, earlier, scheduler));
      }
    }
    log.forEach(entities::detach);
    past.forEach(entities::detach);
    return schedules;
  }

  /** Where the whole of a history leads. */
  public static CardSchedule replayed(
      CardEntity card, List<LogEntry> log, List<PastAnswer> past, Scheduler scheduler) {
    if (log.isEmpty() && past.isEmpty()) {
      return card.schedule();
    }
    CardSchedule first = log.isEmpty() ? card.schedule() : log.getFirst().before();
    boolean began = past.isEmpty() || !past.getFirst().at().isBefore(first.queuedAt());
    CardSchedule start =
        began ? first : CardSchedule.fresh(past.getFirst().studyDay(), past.getFirst().at());
    return Replay.of(start, log, past, scheduler);
  }
}
