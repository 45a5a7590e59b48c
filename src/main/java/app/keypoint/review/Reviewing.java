package app.keypoint.review;

import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import java.time.Duration;
import java.util.Optional;

/**
 * A learner's daily review. Each change is one transaction; when the method returns, it is durable.
 * A card of somebody else is as good as none: {@link java.util.NoSuchElementException}.
 */
public interface Reviewing {

  /** The card at the head of today's queue. */
  Optional<DueCard> next(Account learner);

  /** How far today's review is. */
  ReviewProgress progress(Account learner);

  /**
   * Records an answer once: the same card version again (a second click, another tab, a replay)
   * changes nothing and returns what was recorded.
   *
   * @param answer a wrong response is {@link Grade#FORGOT} whatever grade it names
   * @throws IllegalArgumentException when options were picked rightly and the grade is a lapse
   * @throws StaleCardException when the card has moved on by something other than an answer
   */
  Recorded answer(Account learner, CardAnswer answer);

  /** Takes the card out of the queue until the next study day. */
  void bury(Account learner, long cardId, int version);

  /** Takes the card out of the queue until {@link #resume}. */
  void suspend(Account learner, long cardId, int version);

  /** How many of the learner's cards are suspended. */
  int suspended(Account learner);

  /** Puts all of the learner's suspended cards back and says how many there were. */
  int resume(Account learner);

  /**
   * Takes back the learner's last step of the present study day.
   *
   * @return the card as it was, or empty when there is nothing to undo
   */
  Optional<DueCard> undo(Account learner);

  /**
   * A graded answer.
   *
   * @param version the card's version when it was shown
   * @param timeTaken from showing the question to answering it; counted up to five minutes
   */
  record CardAnswer(long cardId, int version, Response response, Grade grade, Duration timeTaken) {}

  /**
   * What was recorded.
   *
   * @param grade the one that counted
   * @param intervalDays days until the card is due; 0 is later today
   * @param againToday whether the card stays in today's queue
   */
  record Recorded(Grade grade, int intervalDays, boolean againToday) {}
}
