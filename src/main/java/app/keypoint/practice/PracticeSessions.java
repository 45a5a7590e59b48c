package app.keypoint.practice;

import app.keypoint.access.Own;
import app.keypoint.identity.Account;
import app.keypoint.review.DueCard;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/**
 * Extra practice at any time, which leaves every schedule alone. Answers are recorded by {@link
 * app.keypoint.review.PracticeAnswers}.
 */
@Validated
public interface PracticeSessions {

  /**
   * A practice that began at an instant: how far it is and the next card. What was answered wrongly
   * comes again until it is right; nothing but the log is needed to go on elsewhere. For those who
   * say how sure they are, what was wrong though sure comes before the rest.
   */
  PracticeSession at(@Own Account learner, @Valid PracticeScope scope, Instant since);

  /** Whether a practice of {@link PracticeScope.SureWrong} has anything now. */
  boolean anySureWrong(@Own Account learner);

  /**
   * How far a practice is.
   *
   * @param done cards answered rightly
   * @param left cards not answered rightly yet
   * @param sureWrong whether the next one comes first as it was wrong lately though the learner was
   *     sure
   */
  record PracticeSession(int done, int left, Optional<DueCard> next, boolean sureWrong) {}
}
