package app.keypoint.review;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.validation.annotation.Validated;

/** Questions learned in the daily review without sitting their quiz first, some new ones a day. */
@Validated
public interface NewCards {

  /**
   * Takes up a quiz: those of its questions that the learner has no card of come as new cards.
   *
   * @return how many were added
   * @throws app.keypoint.identity.GoneException when no such quiz is being served
   */
  int add(@Own Account learner, @Size(max = Quiz.MAX_ID) String quizId);

  /** Takes back those of a quiz that were not begun, and says how many. */
  int withdraw(@Own Account learner, @Size(max = Quiz.MAX_ID) String quizId);

  /** New cards that wait, by quiz. */
  Map<String, Integer> waiting(@Own long learnerId);
}
