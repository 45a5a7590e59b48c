package app.keypoint.review.internal;

import app.keypoint.identity.Account;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.internal.LogEntry.Kind;
import app.keypoint.review.scheduler.Scheduler;
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
class Rescheduling {

  private final CardRepository cards;
  private final LogRepository log;
  private final PastReviewRepository past;
  private final Steps steps;

  Rescheduling(CardRepository cards, LogRepository log, PastReviewRepository past, Steps steps) {
    this.cards = cards;
    this.log = log;
    this.past = past;
    this.steps = steps;
  }

  /**
   * Replays all of a learner's cards.
   *
   * @return how many are due on another day than before
   */
  int all(Account learner, Scheduler scheduler) {
    return replay(learner, cards.lockAll(learner.id()), scheduler);
  }

  /** Replays the cards of these questions. */
  int some(Account learner, Collection<String> questionIds, Scheduler scheduler) {
    List<CardEntity> some =
        cards.findByLearnerIdAndQuestionIdIn(learner.id(), questionIds).stream().toList();
    return replay(learner, some, scheduler);
  }

  private int replay(Account learner, List<CardEntity> replayed, Scheduler scheduler) {
    Map<Long, List<LogEntry>> entries =
        log.ofLearner(learner.id()).stream().collect(Collectors.groupingBy(entry -> entry.cardId));
    Map<String, List<PastAnswer>> brought =
        past.findByLearnerIdOrderByAt(learner.id()).stream()
            .map(PastReviewEntity::toAnswer)
            .collect(Collectors.groupingBy(PastAnswer::card));
    Map<Long, CardSchedule> changed = new HashMap<>();
    int moved = 0;
    for (CardEntity card : replayed) {
      CardSchedule after =
          replayed(
              card,
              entries.getOrDefault(card.id(), List.of()),
              brought.getOrDefault(card.questionId, List.of()),
              scheduler);
      if (!after.equals(card.schedule)) {
        changed.put(card.id(), after);
        moved += after.due().equals(card.schedule.due()) ? 0 : 1;
      }
    }
    steps.step(
        learner,
        replayed.stream().filter(card -> changed.containsKey(card.id())).toList(),
        Kind.REPLAY,
        card -> changed.getOrDefault(card.id(), card.schedule));
    return moved;
  }

  /** Where the whole of a history leads. */
  static CardSchedule replayed(
      CardEntity card, List<LogEntry> log, List<PastAnswer> past, Scheduler scheduler) {
    if (log.isEmpty() && past.isEmpty()) {
      return card.schedule;
    }
    CardSchedule first = log.isEmpty() ? card.schedule : log.getFirst().before;
    CardSchedule start =
        past.isEmpty()
            ? first
            : CardSchedule.fresh(past.getFirst().studyDay(), past.getFirst().at());
    return Replay.of(start, log, past, scheduler);
  }
}
