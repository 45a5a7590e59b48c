package app.keypoint.review.history;

import app.keypoint.access.Own;
import app.keypoint.identity.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A learner's answers over all time: those given here and those brought from elsewhere. */
public interface ReviewHistory {

  /** Every answer that was not taken back, oldest first; one query for each of the two sources. */
  List<PastAnswer> answers(@Own long learnerId);

  /** The most answers that may be brought at a time. */
  int mostAtOnce();

  /**
   * What {@link #add} would do; changes nothing.
   *
   * @throws ImportRefused when {@link #add} would refuse it
   */
  Addition preview(@Own Account learner, List<PastAnswer> answers);

  /**
   * Adds answers from elsewhere, all or none. Those of a question here become part of its card's
   * past, and the card is scheduled anew from the whole of it; the others are kept as history. An
   * answer that is there already (same card, same instant) is skipped, so that the same file can be
   * brought twice. One at a time for a learner; not within a transaction, since it has its own.
   *
   * @throws ImportRefused when another one is under way, or it is more than is allowed
   */
  Addition add(@Own Account learner, List<PastAnswer> answers);

  /** The learner's imports that still stand, the latest first. */
  List<Import> imports(@Own long learnerId);

  /**
   * Takes an import back as a whole: its answers, what they added to days, and what they made of
   * cards. Cards are scheduled anew from what remains; those that it began and nobody has answered
   * here since go with it.
   *
   * @throws app.keypoint.identity.GoneException when the learner has no such import (any more)
   * @throws ImportRefused when another one is under way
   */
  void takeBack(@Own Account learner, long importId);

  /**
   * What an addition comes to.
   *
   * @param added answers that were not there before
   * @param known answers that were there already
   * @param cards distinct cards among all answers
   * @param matched those of them that are questions here
   */
  record Addition(int added, int known, int cards, int matched) {}

  /**
   * Answers that were brought together.
   *
   * @param firstDay the study day of the earliest answer
   * @param lastDay the study day of the latest answer
   */
  record Import(long id, Instant at, int answers, LocalDate firstDay, LocalDate lastDay) {}
}
