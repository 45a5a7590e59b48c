package app.keypoint.review.internal.schedule;

import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.MemoryState;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that a step may change of a card. The one function {@link #after} serves the preview, the
 * answer and the replay of the log, so that they cannot differ.
 *
 * @param due the study day that the scheduler gives
 * @param drill graded below 4 when last scheduled, and not yet 4 or more since
 * @param comesUp the study day on which the queue offers the card
 * @param queuedAt orders cards that are otherwise equal: first in, first out
 * @param lastReviewed the study day of the last scheduled answer
 * @param lastSeen the study day of the last answer of any kind; null for a new card
 * @param lapses times that a learned card was forgotten
 */
@Embeddable
public record CardSchedule(
    int repetitions,
    int easiness,
    int intervalDays,
    double stability,
    double difficulty,
    LocalDate due,
    boolean drill,
    LocalDate comesUp,
    Instant queuedAt,
    @Nullable LocalDate lastReviewed,
    @Nullable LocalDate lastSeen,
    int lapses,
    boolean suspended) {

  /** A card that is to be answered for the first time. */
  public static CardSchedule fresh(LocalDate today, Instant now) {
    return of(MemoryState.NONE, today, false, today, now, null, null, 0, false);
  }

  private static CardSchedule of(
      MemoryState memory,
      LocalDate due,
      boolean drill,
      LocalDate comesUp,
      Instant queuedAt,
      @Nullable LocalDate lastReviewed,
      @Nullable LocalDate lastSeen,
      int lapses,
      boolean suspended) {
    return new CardSchedule(
        memory.repetitions(),
        memory.easiness(),
        memory.intervalDays(),
        memory.stability(),
        memory.difficulty(),
        due,
        drill,
        comesUp,
        queuedAt,
        lastReviewed,
        lastSeen,
        lapses,
        suspended);
  }

  public MemoryState memory() {
    return new MemoryState(repetitions, easiness, intervalDays, stability, difficulty);
  }

  /** Whether the card was never answered. */
  public boolean fresh() {
    return lastSeen == null;
  }

  /** Whether the card was answered on this study day (or a later one, if the clock went back). */
  public boolean seenOn(LocalDate today) {
    return lastSeen != null && !lastSeen.isBefore(today);
  }

  /**
   * Whether an answer today is a drill answer. One on the due day or later is a scheduled one, even
   * if the drill was left unfinished.
   */
  public boolean drilledOn(LocalDate today) {
    return drill && today.isBefore(due);
  }

  /** What an answer today is: the drill rule. */
  public StepKind answerOn(LocalDate today) {
    return drilledOn(today) ? StepKind.DRILL : StepKind.SCHEDULED;
  }

  /** The card after an answer. */
  public CardSchedule after(Grade grade, AnswerContext context) {
    return drilledOn(context.today()) ? drilled(grade, context) : scheduled(grade, context);
  }

  /**
   * The card after an action, which may leave it as it is.
   *
   * @throws IllegalArgumentException when this is none of {@link StepKind#ACTIONS}
   */
  public CardSchedule after(StepKind action, AnswerContext context) {
    return switch (action) {
      case BURY -> buried(context.today());
      case SUSPEND -> suspend();
      case RESUME -> resumed(context.today());
      case RESET -> reset(context.today(), context.now());
      case EASE -> with(context.scheduler().eased(memory()));
      case QUIZ, SCHEDULED, DRILL, PRACTICE, CATCH_UP, REPLAY, UNDO ->
          throw new IllegalArgumentException(action + " is no action");
    };
  }

  /** Never brings forward what comes up later anyway. */
  private CardSchedule buried(LocalDate today) {
    LocalDate tomorrow = today.plusDays(1);
    return comesUp.isBefore(tomorrow) ? postponedUntil(tomorrow) : this;
  }

  private CardSchedule drilled(Grade grade, AnswerContext context) {
    boolean again = !grade.endsDrill();
    LocalDate today = context.today();
    return of(
        memory(),
        due,
        again,
        again ? today : due,
        context.now(),
        lastReviewed,
        today,
        lapses,
        suspended);
  }

  private CardSchedule scheduled(Grade grade, AnswerContext context) {
    LocalDate today = context.today();
    MemoryState next = context.scheduler().after(memory(), grade, elapsed(today));
    LocalDate nextDue = context.smoothing().smooth(today, next.intervalDays(), next.repetitions());
    boolean again = context.scheduler().drills(grade);
    return of(
        next,
        nextDue,
        again,
        again ? today : nextDue,
        context.now(),
        today,
        today,
        grade.lapse() && intervalDays > 0 ? lapses + 1 : lapses,
        suspended);
  }

  /** Study days since the last scheduled answer; a clock that was set back counts as none. */
  public int elapsed(LocalDate today) {
    return lastReviewed == null
        ? 0
        : (int) Math.max(0, today.toEpochDay() - lastReviewed.toEpochDay());
  }

  /** The card after practice, which leaves the schedule alone. */
  public CardSchedule practised(LocalDate today) {
    return of(memory(), due, drill, comesUp, queuedAt, lastReviewed, today, lapses, suspended);
  }

  /** Out of the queue until a day; the schedule stays. */
  public CardSchedule postponedUntil(LocalDate day) {
    return of(memory(), due, drill, day, queuedAt, lastReviewed, lastSeen, lapses, suspended);
  }

  /** Out of the queue until it is brought back; the schedule stays. */
  private CardSchedule suspend() {
    return of(memory(), due, drill, comesUp, queuedAt, lastReviewed, lastSeen, lapses, true);
  }

  /** In the queue again, no longer suspended nor put off. */
  private CardSchedule resumed(LocalDate today) {
    LocalDate day = drilledOn(today) ? today : due;
    return of(memory(), due, drill, day, queuedAt, lastReviewed, lastSeen, lapses, false);
  }

  /** Learned from the start; only the log remembers what was. */
  private CardSchedule reset(LocalDate today, Instant now) {
    return of(MemoryState.NONE, today, false, today, now, null, lastSeen, 0, suspended);
  }

  /** With another memory, as a reset of easiness gives; the due day stays. */
  private CardSchedule with(MemoryState memory) {
    return of(memory, due, drill, comesUp, queuedAt, lastReviewed, lastSeen, lapses, suspended);
  }

  /** With the due day that was really given, when smoothing had moved it. */
  public CardSchedule dueOn(LocalDate day) {
    return of(
        memory(),
        day,
        drill,
        comesUp.equals(due) ? day : comesUp,
        queuedAt,
        lastReviewed,
        lastSeen,
        lapses,
        suspended);
  }
}
