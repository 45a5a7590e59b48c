package app.keypoint.reminder;

import app.keypoint.access.Own;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Private calendars of the days' loads. Whoever has a calendar's address can read it, so the
 * address holds a secret, of which only a hash is kept.
 */
public interface CalendarFeeds {

  /** Since when the learner's calendar has had its present address; empty when it is off. */
  Optional<Instant> since(@Own long learnerId);

  /**
   * Gives the learner's calendar a new address; one that it had before ends.
   *
   * @param language of the page, for learners who chose none for their account
   * @return the address, which cannot be had again
   */
  String renew(@Own long learnerId, Locale language);

  /** Ends the calendar. Nothing happens if it is off. */
  void turnOff(@Own long learnerId);
}
