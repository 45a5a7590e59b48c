package app.keypoint.review;

import app.keypoint.identity.Account;
import java.util.List;

/** A learner's answers over all time: those given here and those brought from elsewhere. */
public interface ReviewHistory {

  /** Every answer that was not taken back, oldest first; one query for each of the two sources. */
  List<PastAnswer> answers(long learnerId);

  /** What {@link #add} would do; changes nothing. */
  Addition preview(Account learner, List<PastAnswer> answers);

  /**
   * Adds answers from elsewhere, all or none. Those of a question here become part of its card's
   * past, and the card is scheduled anew from the whole of it; the others are kept as history. An
   * answer that is there already (same card, same instant) is skipped, so that the same file can be
   * brought twice.
   */
  Addition add(Account learner, List<PastAnswer> answers);

  /**
   * What an addition comes to.
   *
   * @param added answers that were not there before
   * @param known answers that were there already
   * @param cards distinct cards among all answers
   * @param matched those of them that are questions here
   */
  record Addition(int added, int known, int cards, int matched) {}
}
