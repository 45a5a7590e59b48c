package app.keypoint.review.internal.log;

import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.internal.schedule.AnswerContext;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.review.internal.schedule.Smoothing;
import app.keypoint.scheduling.FsrsScheduler;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Scheduler;
import app.keypoint.scheduling.Sm2Scheduler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what an answer depends on, the same for the preview and for the answer. */
@Component
public class AnswerContexts {

  private final CardRepository cards;

  AnswerContexts(CardRepository cards) {
    this.cards = cards;
  }

  public static Scheduler scheduler(ReviewPreferences preferences) {
    return switch (preferences.algorithm()) {
      case SM2 -> new Sm2Scheduler();
      case FSRS -> new FsrsScheduler(preferences.retention());
    };
  }

  /** For an answer to this card. One query when the learner wants smoothing, none otherwise. */
  public AnswerContext of(CardEntity card, Step step) {
    return of(card, step.preferences(), step.day(), step.at());
  }

  /** For a preview of answers to this card. */
  public AnswerContext of(
      CardEntity card, ReviewPreferences preferences, LocalDate today, Instant now) {
    Scheduler scheduler = scheduler(preferences);
    return new AnswerContext(
        today,
        now,
        scheduler,
        preferences.smoothing() ? smoothing(card, scheduler, today) : Smoothing.NONE);
  }

  private Smoothing smoothing(CardEntity card, Scheduler scheduler, LocalDate today) {
    CardSchedule schedule = card.schedule();
    List<LocalDate> days =
        Arrays.stream(Grade.values())
            .map(grade -> scheduler.after(schedule.memory(), grade, schedule.elapsed(today)))
            .map(next -> Smoothing.window(today.plusDays(next.intervalDays()), next.intervalDays()))
            .flatMap(List::stream)
            .distinct()
            .toList();
    Map<LocalDate, Integer> loads =
        cards.loadsOn(card.learnerId(), days, today).stream()
            .collect(
                Collectors.toMap(CardRepository.Coming::getDay, CardRepository.Coming::getCards));
    return Smoothing.towardsLighterDays(card.id(), loads);
  }
}
