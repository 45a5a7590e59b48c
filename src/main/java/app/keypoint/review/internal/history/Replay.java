package app.keypoint.review.internal.history;

import static app.keypoint.review.StepKind.BURY;

import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.internal.log.LogEntry;
import app.keypoint.review.internal.schedule.AnswerContext;
import app.keypoint.review.internal.schedule.CardSchedule;
import app.keypoint.review.internal.schedule.Smoothing;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Scheduler;
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
      while (next != null && next.at().isBefore(entry.at())) {
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
                new AnswerContext(answer.studyDay(), answer.at(), scheduler, Smoothing.NONE));
  }

  private void apply(LogEntry entry) {
    card =
        switch (entry.kind()) {
          case QUIZ, SCHEDULED, DRILL -> answered(entry);
          case PRACTICE -> card.practised(entry.studyDay());
          case BURY ->
              entry.before().equals(entry.after()) ? card : card.after(BURY, context(entry));
          case SUSPEND, RESUME, RESET, EASE -> card.after(entry.kind(), context(entry));
          case CATCH_UP -> caughtUp(entry);
          case REPLAY, UNDO -> card;
        };
  }

  private AnswerContext context(LogEntry entry) {
    return new AnswerContext(entry.studyDay(), entry.at(), scheduler, Smoothing.NONE);
  }

  /** Only what is late under this scheduler too was part of the backlog. */
  private CardSchedule caughtUp(LogEntry entry) {
    return card.comesUp().isBefore(entry.studyDay())
        ? card.postponedUntil(entry.after().comesUp())
        : card;
  }

  /**
   * Smoothing drew from the loads of that day: what it chose is taken from the log, if the answer
   * was and is a scheduled one. A drill's due day says nothing of its own day.
   */
  private CardSchedule answered(LogEntry entry) {
    boolean scheduled = entry.kind() != StepKind.DRILL && !card.drilledOn(entry.studyDay());
    CardSchedule after = card.after(entry.grade(), context(entry));
    return scheduled && after.intervalDays() == entry.after().intervalDays()
        ? after.dueOn(entry.after().due())
        : after;
  }
}
