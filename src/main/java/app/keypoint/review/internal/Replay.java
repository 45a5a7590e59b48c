package app.keypoint.review.internal;

import app.keypoint.review.Grade;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.PastAnswer.Phase;
import app.keypoint.review.scheduler.Scheduler;
import java.util.Iterator;
import java.util.List;

/** Builds a card's schedule from all that happened to it. */
final class Replay {

  private final Scheduler scheduler;
  private CardSchedule card;

  private Replay(CardSchedule start, Scheduler scheduler) {
    this.card = start;
    this.scheduler = scheduler;
  }

  /**
   * The schedule that a scheduler gives after a history.
   *
   * @param start the card as it was before anything happened to it
   * @param log entries not taken back, oldest first
   * @param past answers brought from elsewhere, oldest first
   */
  static CardSchedule of(
      CardSchedule start, List<LogEntry> log, List<PastAnswer> past, Scheduler scheduler) {
    Replay replay = new Replay(start, scheduler);
    Iterator<PastAnswer> earlier = past.iterator();
    PastAnswer next = earlier.hasNext() ? earlier.next() : null;
    for (LogEntry entry : log) {
      while (next != null && next.at().isBefore(entry.at)) {
        replay.apply(next);
        next = earlier.hasNext() ? earlier.next() : null;
      }
      replay.apply(entry);
    }
    while (next != null) {
      replay.apply(next);
      next = earlier.hasNext() ? earlier.next() : null;
    }
    return replay.card;
  }

  private void apply(PastAnswer answer) {
    card =
        answer.phase() == Phase.PRACTICE
            ? card.practised(answer.studyDay())
            : card.after(
                Grade.ofRating(answer.rating()),
                new Moment(answer.studyDay(), answer.at(), scheduler, Smoothing.NONE));
  }

  private void apply(LogEntry entry) {
    card =
        switch (entry.kind) {
          case QUIZ, SCHEDULED, DRILL -> answered(entry);
          case PRACTICE -> card.practised(entry.studyDay);
          case BURY, CATCH_UP -> card.putOffUntil(entry.after.comesUp());
          case SUSPEND -> card.suspend();
          case RESUME -> card.bringBack(entry.studyDay);
          case RESET -> card.startedAfresh(entry.studyDay, entry.at);
          case EASE -> card.with(scheduler.eased(card.memory()));
          case REPLAY, UNDO -> card;
        };
  }

  /** Smoothing drew from the loads of that day: what it chose is taken from the log. */
  private CardSchedule answered(LogEntry entry) {
    CardSchedule after =
        card.after(entry.grade(), new Moment(entry.studyDay, entry.at, scheduler, Smoothing.NONE));
    return after.intervalDays() == entry.after.intervalDays()
        ? after.dueOn(entry.after.due())
        : after;
  }
}
