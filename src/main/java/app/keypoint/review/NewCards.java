package app.keypoint.review;

import app.keypoint.identity.Account;
import java.util.Map;

/** Questions learned in the daily review without sitting their quiz first, some new ones a day. */
public interface NewCards {

  /**
   * Takes up a quiz: those of its questions that the learner has no card of come as new cards.
   *
   * @return how many were added
   * @throws app.keypoint.identity.GoneException when no such quiz is being served
   */
  int add(Account learner, String quizId);

  /** Takes back those of a quiz that were not begun, and says how many. */
  int withdraw(Account learner, String quizId);

  /** New cards that wait, by quiz. */
  Map<String, Integer> waiting(long learnerId);
}
