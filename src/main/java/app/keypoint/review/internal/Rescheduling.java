package app.keypoint.review.internal;

import app.keypoint.review.PastAnswer;
import app.keypoint.review.StepKind;
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
   * Replays all of the learner's cards.
   *
   * @return how many are due on another day than before
   */
  int all(Step step, Scheduler scheduler) {
    return replay(step, cards.lockAll(step.learnerId()), scheduler);
  }

  /** Replays the cards of these questions. */
  int some(Step step, Collection<String> questionIds, Scheduler scheduler) {
    return replay(step, cards.lockOfQuestions(step.learnerId(), questionIds), scheduler);
  }

  private int replay(Step step, List<CardEntity> replayed, Scheduler scheduler) {
    Map<Long, List<LogEntry>> entries =
        log.ofLearner(step.learnerId()).stream().collect(Collectors.groupingBy(entry -> entry.cardId));
    Map<String, List<PastAnswer>> brought =
        past.findByLearnerIdOrderByAt(step.learnerId()).stream()
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
    var unused =
        steps.change(
            step,
            replayed,
            StepKind.REPLAY,
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
