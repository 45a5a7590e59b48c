package app.keypoint.review;

import app.keypoint.access.Own;
import app.keypoint.identity.Account;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import jakarta.validation.Valid;
import java.time.Instant;
import org.springframework.validation.annotation.Validated;

/**
 * Steps beside the queue. An answer leaves every schedule alone: given early, right or wrong, it is
 * noted in the log and changes neither interval nor easiness nor due day.
 */
@Validated
public interface PracticeAnswers {

  /**
   * Records a practice answer, once however often it is sent with the same version.
   *
   * @throws StaleCardException when the card has moved on by something other than an answer, or is
   *     none to practise: never answered, suspended or no longer asked
   */
  Recorded answer(@Own Account learner, @Valid CardAnswer answer);

  /**
   * Acts on the card on the screen, as {@link Reviewing#act} does. What is buried is out of
   * practice until tomorrow too, also a card that the queue would not have shown before.
   */
  Acted act(@Own Account learner, long cardId, int version, StepKind action);

  /**
   * Takes back the latest step since the practice began. What was done in the queue meanwhile
   * stays.
   */
  Undo undo(@Own Account learner, Instant since);
}
