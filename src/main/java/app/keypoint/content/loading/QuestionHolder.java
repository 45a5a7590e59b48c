package app.keypoint.content.loading;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Whoever keeps something for each question, such as a card. Told what is served once it is: what
 * was made for a question while a load took it away would otherwise wait for it for ever.
 */
public interface QuestionHolder {

  /**
   * Puts away what is kept for questions that are not served.
   *
   * @param served ids of all questions that are
   * @return how much there was
   */
  int keepOnly(Set<String> served);

  /** How many learners keep something for each of these questions; those of none are left out. */
  Map<String, Integer> kept(Collection<String> questionIds);
}
