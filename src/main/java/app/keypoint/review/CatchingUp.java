package app.keypoint.review;

import app.keypoint.access.Own;
import app.keypoint.identity.Account;
import java.time.LocalDate;
import java.util.SortedMap;

/** Spreads a backlog over some days. Only the days move: intervals and easiness stay. */
public interface CatchingUp {

  /** Most days over which a backlog can be spread. */
  int MAX_DAYS = 60;

  /** Cards whose day has passed and that were not seen today. */
  int backlog(@Own Account learner);

  /**
   * What spreading would give; changes nothing.
   *
   * @param days from today, 1..{@link #MAX_DAYS}
   */
  SortedMap<LocalDate, DayLoad> plan(@Own Account learner, int days);

  /**
   * Spreads the backlog, the most forgettable cards first.
   *
   * @return how many cards were put off to a later day, and the step that did so
   */
  Acted spread(@Own Account learner, int days);

  /**
   * A day of the plan.
   *
   * @param scheduled cards that come up on it anyway
   * @param fromBacklog cards of the backlog put on it
   */
  record DayLoad(int scheduled, int fromBacklog) {
    public int total() {
      return scheduled + fromBacklog;
    }
  }
}
