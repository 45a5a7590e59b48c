package app.keypoint.quiz;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import org.springframework.validation.annotation.Validated;

/** What the score page says of reviews; implemented by them, since they use quizzes. */
@Validated
public interface ReviewOutlook {

  /** What waits for a learner now of these questions. */
  Outlook of(
      @Own long learnerId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /**
   * How questions stand in review.
   *
   * @param cards how many of them are under review
   * @param due how many of those come up today
   */
  record Outlook(int cards, int due) {}
}
