package app.keypoint.review;

import app.keypoint.access.Own;
import app.keypoint.identity.Account;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/**
 * Extra practice at any time. It leaves every schedule alone: an early answer, right or wrong, is
 * noted in the log and changes neither interval nor easiness nor due day.
 */
@Validated
public interface Practising {

  /**
   * A practice that began at an instant: how far it is and the next card. What was answered wrongly
   * comes again until it is right; nothing but the log is needed to go on elsewhere.
   */
  Sitting sitting(@Own Account learner, @Valid PracticeScope scope, Instant since);

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

  /**
   * How far a practice is.
   *
   * @param done cards answered rightly
   * @param left cards not answered rightly yet
   */
  record Sitting(int done, int left, Optional<DueCard> next) {}
}
