package app.keypoint.review;

import app.keypoint.access.Own;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.scheduling.Grade;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * A learner's daily review. Each change is one transaction; when the method returns, it is durable.
 * A card of somebody else is as good as none: {@link app.keypoint.identity.GoneException}.
 */
@Validated
public interface Reviewing {

  /** Today's queue: its counts and the card at its head. */
  Queue queue(@Own Account learner);

  /** The card at the head of today's queue. */
  Optional<DueCard> next(@Own Account learner);

  /** How far today's review is. */
  ReviewProgress progress(@Own Account learner);

  /**
   * Records an answer once: the same card version again (a second click, another tab, a replay)
   * changes nothing and returns what was recorded.
   *
   * @param answer a wrong response is {@link Grade#FORGOT} whatever grade it names
   * @throws IllegalArgumentException when options were picked rightly and the grade is a lapse
   * @throws StaleCardException when the card has moved on by something other than an answer
   */
  Recorded answer(@Own Account learner, @Valid CardAnswer answer);

  /**
   * Acts on the card on the screen, once however often it is called with the same version. What
   * would change nothing is not recorded.
   *
   * @param action one of {@link StepKind#ACTIONS}
   * @throws StaleCardException when the card has moved on by something else
   */
  Acted act(@Own Account learner, long cardId, int version, StepKind action);

  /**
   * Acts on many cards in one step, which is undone as a whole. Cards of others are left alone, and
   * those for which it would change nothing.
   *
   * @param action one of {@link StepKind#ACTIONS}
   */
  Acted act(
      @Own Account learner,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<Long> cardIds,
      StepKind action);

  /** How many of the learner's cards are suspended. */
  int suspended(@Own Account learner);

  /** Puts all of the learner's suspended cards back and says how many there were. */
  int resume(@Own Account learner);

  /**
   * Takes back the learner's latest step, up to thirty one after the other, also across the end of
   * a session. Answers in quizzes are no steps and stay, also on a card that a step changed before;
   * a change of scheduler cannot be taken back this way, nor what was before it.
   */
  Undo undo(@Own Account learner);

  /**
   * Takes back a step if it is still the learner's latest.
   *
   * @param step its number, as {@link Acted} says it
   */
  Undo undo(@Own Account learner, long step);

  /** A day's queue. */
  record Queue(ReviewProgress progress, Optional<DueCard> head) {}

  /**
   * A graded answer; {@link DueCard#answer} makes one.
   *
   * @param version the card's version when it was shown
   * @param questionVersion id of the question's version that was shown, by which it is graded
   * @param timeTaken from showing the question to answering it; counted up to five minutes
   * @param confidence how sure the learner said they were before the answer was shown, or null; it
   *     changes no schedule
   */
  record CardAnswer(
      long cardId,
      int version,
      long questionVersion,
      @Valid Response response,
      Grade grade,
      Duration timeTaken,
      @Nullable Confidence confidence) {

    /** Without saying how sure. */
    public CardAnswer(
        long cardId,
        int version,
        long questionVersion,
        Response response,
        Grade grade,
        Duration timeTaken) {
      this(cardId, version, questionVersion, response, grade, timeTaken, null);
    }
  }

  /**
   * What was recorded.
   *
   * @param grade the one that counted
   * @param intervalDays days until the card is due; 0 is later today
   * @param againToday whether the card stays in today's queue
   * @param hardAfterMiss whether it is time to say, once, what "Hard" is for: the learner has
   *     chosen it a third time for an answer that was not accepted
   */
  record Recorded(Grade grade, int intervalDays, boolean againToday, boolean hardAfterMiss) {}
}
