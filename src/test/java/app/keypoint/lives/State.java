package app.keypoint.lives;

import app.keypoint.review.CardState;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.MemoryState;
import app.keypoint.scheduling.Scheduler;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A card at a moment, and what things make of it. */
record State(
    MemoryState memory,
    LocalDate due,
    boolean drill,
    LocalDate comesUp,
    Instant queuedAt,
    @Nullable LocalDate reviewed,
    @Nullable LocalDate seen,
    int lapses,
    boolean suspended) {

  static State fresh(LocalDate day, Instant at) {
    return new State(MemoryState.NONE, day, false, day, at, null, null, 0, false);
  }

  boolean isFresh() {
    return seen == null;
  }

  boolean seenOn(LocalDate day) {
    return seen != null && !seen.isBefore(day);
  }

  boolean drilledOn(LocalDate day) {
    return drill && day.isBefore(due);
  }

  State answered(Grade grade, LocalDate day, Instant at, Scheduler by) {
    if (drilledOn(day)) {
      boolean again = grade.q() < 4;
      return new State(memory, due, again, again ? day : due, at, reviewed, day, lapses, suspended);
    }
    long elapsed = reviewed == null ? 0 : Math.max(0, day.toEpochDay() - reviewed.toEpochDay());
    MemoryState next = by.after(memory, grade, (int) elapsed);
    LocalDate nextDue = day.plusDays(next.intervalDays());
    boolean again = by.drills(grade);
    int lapsed = grade.lapse() && memory.intervalDays() > 0 ? 1 : 0;
    return new State(
        next, nextDue, again, again ? day : nextDue, at, day, day, lapses + lapsed, suspended);
  }

  State practised(LocalDate day) {
    return new State(memory, due, drill, comesUp, queuedAt, reviewed, day, lapses, suspended);
  }

  State until(LocalDate day, boolean suspend) {
    return new State(memory, due, drill, day, queuedAt, reviewed, seen, lapses, suspend);
  }

  State remembering(MemoryState other) {
    return new State(other, due, drill, comesUp, queuedAt, reviewed, seen, lapses, suspended);
  }

  State after(PastAnswer answer, Scheduler by) {
    LocalDate day = answer.studyDay();
    return answer.phase() == Phase.PRACTICE
        ? practised(day)
        : answered(Grade.ofRating(answer.rating()), day, answer.at(), by);
  }

  State after(Event event, Scheduler by) {
    LocalDate day = event.day();
    return switch (event.what()) {
      case QUIZ, SCHEDULED, DRILL -> answered(event.grade(), day, event.at(), by);
      case PRACTICE -> practised(day);
      case BURY -> event.idle() ? this : notBefore(day.plusDays(1));
      case CATCH_UP -> comesUp.isBefore(day) ? until(event.until(), suspended) : this;
      case SUSPEND -> until(comesUp, true);
      case RESUME -> until(drilledOn(day) ? day : due, false);
      case RESET ->
          new State(MemoryState.NONE, day, false, day, event.at(), null, seen, 0, suspended);
      case EASE -> remembering(by.eased(memory));
      case REPLAY, UNDO -> this;
    };
  }

  private State notBefore(LocalDate day) {
    return comesUp.isBefore(day) ? until(day, suspended) : this;
  }

  CardState shown(long learner, String question) {
    return new CardState(
        learner,
        question,
        memory.repetitions(),
        memory.easiness(),
        memory.intervalDays(),
        memory.stability(),
        memory.difficulty(),
        due,
        reviewed,
        lapses);
  }
}
