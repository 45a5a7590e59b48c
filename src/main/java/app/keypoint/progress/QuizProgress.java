package app.keypoint.progress;

import app.keypoint.content.Quiz;
import app.keypoint.quiz.QuizStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands with a quiz.
 *
 * @param standing null when it was never started
 * @param mastery of each of its key points, in the quiz's order
 * @param open whether it is for the learner still; what they began they keep if not
 */
public record QuizProgress(
    Quiz quiz, @Nullable QuizStanding standing, List<KeyPointMastery> mastery, boolean open) {

  /** What the learner can do next with the quiz. */
  public enum State {
    /** Never finished nor begun. */
    NEW,
    /** An attempt waits to be resumed. */
    OPEN,
    /** Finished at least once, nothing open. */
    TAKEN
  }

  public State state() {
    if (standing == null) {
      return State.NEW;
    }
    if (standing.openAttempt() != null) {
      return State.OPEN;
    }
    return standing.finished() > 0 ? State.TAKEN : State.NEW;
  }

  /** Whether there is an attempt to start or to resume. */
  public boolean canBeTaken() {
    return open || state() == State.OPEN;
  }

  /** Attempts finished. */
  public int attempts() {
    return standing == null ? 0 : standing.finished();
  }

  /** Best share of marks, 0..1; null before the first finished attempt. */
  public @Nullable Double best() {
    return standing == null ? null : standing.best();
  }

  /** How many of its questions the learner has in review. */
  public int cards() {
    return mastery.stream().mapToInt(KeyPointMastery::cards).sum();
  }

  /** Mean probability of recall today over its questions, 0..1; one without a card counts 0. */
  public double retained() {
    int questions = mastery.stream().mapToInt(KeyPointMastery::questions).sum();
    double recalled =
        mastery.stream().mapToDouble(point -> point.retained() * point.questions()).sum();
    return recalled / Math.max(1, questions);
  }
}
