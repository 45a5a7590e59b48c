package app.keypoint.review.internal;

import app.keypoint.review.ReviewProgress;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.CardRepository;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day's queue in figures.
 *
 * @param cleared cards answered so that they left the queue
 * @param dueDone due cards asked at least once
 * @param introduced new cards begun
 * @param drills cards asked today that come up once more
 * @param today cards whose day is today, within the day's limit
 * @param backlog cards whose day has passed, within the day's limit
 * @param fresh new cards that may still be begun
 * @param overLimit due cards beyond the day's limit
 */
record QueueCounts(
    int cleared,
    int dueDone,
    int introduced,
    int drills,
    int today,
    int backlog,
    int fresh,
    int overLimit) {

  /**
   * @param fresh new cards that wait, no more than may still be begun
   * @param limit most due cards on a day, or null
   */
  static QueueCounts of(
      int cleared,
      int dueDone,
      int introduced,
      CardRepository.Due due,
      int fresh,
      @Nullable Integer limit) {
    int allowed = limit == null ? Integer.MAX_VALUE : Math.max(0, limit - dueDone);
    int backlog = Math.min(due.getBacklog(), allowed);
    int today = Math.min(due.getDueToday(), allowed - backlog);
    int overLimit = due.getBacklog() + due.getDueToday() - backlog - today;
    return new QueueCounts(
        cleared, dueDone, introduced, due.getDrills(), today, backlog, fresh, overLimit);
  }

  /** Where the next card comes from. */
  enum Source {
    DUE,
    NEW,
    DRILL,
    NOTHING
  }

  /**
   * New cards are spread evenly over the day's due ones; what is to be drilled waits until both are
   * done.
   */
  Source next() {
    int due = today + backlog;
    if (due == 0 && fresh == 0) {
      return drills == 0 ? Source.NOTHING : Source.DRILL;
    }
    long newOfDay = introduced + fresh;
    long all = newOfDay + dueDone + due;
    long done = introduced + dueDone;
    boolean turnOfNew = (introduced + 1L) * all <= (done + 1L) * newOfDay;
    return fresh > 0 && (due == 0 || turnOfNew) ? Source.NEW : Source.DUE;
  }

  /** Whether the day's numbers leave room for a card whose day has come. */
  boolean allow(CardEntity card, LocalDate day) {
    if (card.fresh()) {
      return fresh > 0;
    }
    return card.schedule().seenOn(day) || today + backlog > 0;
  }

  ReviewProgress progress(@Nullable LocalDate nextDay, int nextCards) {
    return new ReviewProgress(
        cleared, drills, today, backlog, fresh, overLimit, nextDay, nextCards);
  }
}
