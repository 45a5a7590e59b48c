package app.keypoint.content;

import java.util.Set;

/**
 * For whom quizzes are that are not for everyone; implemented by those who write them. Quizzes of
 * files are for everyone.
 */
public interface QuizVisibility {

  /** The ids of published quizzes that are not for somebody. A fixed number of queries. */
  Set<String> closedTo(long accountId);
}
