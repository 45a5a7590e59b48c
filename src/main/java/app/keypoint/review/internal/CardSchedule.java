package app.keypoint.review.internal;

import app.keypoint.review.Grade;
import app.keypoint.review.sm2.Schedule;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that an answer may change of a card. The one function {@link #after} serves the preview, the
 * answer and the replay of the log, so that they cannot differ.
 *
 * @param due the study day that SM-2 gives
 * @param drill graded below 4 when last scheduled, and not yet 4 or more since
 * @param comesUp the study day on which the queue offers the card
 * @param queuedAt orders cards that come up on the same day: first in, first out
 * @param lastReviewed the study day of the last scheduled answer
 * @param lapses times that a learned card was forgotten
 */
@Embeddable
record CardSchedule(
    int repetitions,
    int easiness,
    int intervalDays,
    LocalDate due,
    boolean drill,
    LocalDate comesUp,
    Instant queuedAt,
    @Nullable LocalDate lastReviewed,
    int lapses,
    boolean suspended) {

  /** A card that is to be answered for the first time. */
  static CardSchedule fresh(LocalDate today, Instant now) {
    Schedule start = Schedule.NEW;
    return new CardSchedule(
        start.repetitions(),
        start.easiness(),
        start.interval(),
        today,
        false,
        today,
        now,
        null,
        0,
        false);
  }

  /**
   * Whether an answer today is a drill answer. One on the due day or later is a scheduled one, even
   * if the drill was left unfinished.
   */
  boolean drilledOn(LocalDate today) {
    return drill && today.isBefore(due);
  }

  /** The card after an answer. */
  CardSchedule after(Grade grade, LocalDate today, Instant now) {
    return drilledOn(today) ? drilled(grade, today, now) : scheduled(grade, today, now);
  }

  private CardSchedule drilled(Grade grade, LocalDate today, Instant now) {
    boolean again = grade.q() < 4;
    return new CardSchedule(
        repetitions,
        easiness,
        intervalDays,
        due,
        again,
        again ? today : due,
        now,
        lastReviewed,
        lapses,
        suspended);
  }

  private CardSchedule scheduled(Grade grade, LocalDate today, Instant now) {
    Schedule next = new Schedule(repetitions, easiness, intervalDays).after(grade.q());
    LocalDate nextDue = today.plusDays(next.interval());
    boolean again = grade.q() == 3;
    return new CardSchedule(
        next.repetitions(),
        next.easiness(),
        next.interval(),
        nextDue,
        again,
        again ? today : nextDue,
        now,
        today,
        grade.lapse() && repetitions > 0 ? lapses + 1 : lapses,
        suspended);
  }

  /** Out of the queue until a day; the schedule stays. */
  CardSchedule buriedUntil(LocalDate day) {
    return new CardSchedule(
        repetitions,
        easiness,
        intervalDays,
        due,
        drill,
        day,
        queuedAt,
        lastReviewed,
        lapses,
        suspended);
  }

  /** Out of the queue until it is resumed, or back in it; the schedule stays. */
  CardSchedule suspended(boolean suspend) {
    return new CardSchedule(
        repetitions,
        easiness,
        intervalDays,
        due,
        drill,
        comesUp,
        queuedAt,
        lastReviewed,
        lapses,
        suspend);
  }
}
