package app.keypoint.content;

import java.util.Set;

/**
 * For whom quizzes are that are not for everyone; implemented by those who write them. Quizzes of
 * files are for everyone.
 */
public interface QuizVisibility {

  /**
   * The ids of quizzes that are not for somebody, as long as they may be served: also of those that
   * are published no longer. A fixed number of queries.
   */
  Set<String> closedTo(long accountId);
}
