package app.keypoint.quiz;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * A learner taking quizzes. Each change is one transaction; when the method returns, it is durable.
 * Somebody else's attempt is as good as none: {@link app.keypoint.identity.GoneException}.
 */
@Validated
public interface QuizTaking {

  /**
   * Longer than this and the learner was away, not thinking: no figure counts more of an answer.
   */
  Duration LONGEST_TIME = Duration.ofMinutes(5);

  /**
   * The open attempt, or else a new one with the quiz's present questions. Two devices that start
   * at once get the same attempt.
   *
   * @throws app.keypoint.identity.GoneException when no such quiz is served
   */
  Attempt start(@Own long learnerId, @Size(max = Quiz.MAX_ID) String quizId);

  /** Drops the open attempt, if there is one, and starts a new one. Its answers do not count. */
  Attempt startAgain(@Own long learnerId, @Size(max = Quiz.MAX_ID) String quizId);

  /** Whether a new attempt can be started: the quiz is served, and for the learner. */
  boolean canBegin(@Own long learnerId, @Size(max = Quiz.MAX_ID) String quizId);

  /** An attempt as it stands, in one query. */
  Attempt attempt(@Own long learnerId, long attemptId);

  /** The finished attempts at a quiz, latest first, in one query. */
  List<FinishedAttempt> finished(@Own long learnerId, @Size(max = Quiz.MAX_ID) String quizId);

  /**
   * Grades and saves an answer once: the first one stands, and the same position again (a second
   * click, another tab, a replay) changes nothing and returns what the first was worth. The last
   * answer finishes the attempt, unless it {@link Attempt#awaitsFinish could be overruled}.
   *
   * @param position from 1
   * @param timeTaken from showing the question to answering it
   * @param confidence how sure the learner said they were, or null; it changes no marks
   * @throws IllegalArgumentException when the response does not fit the question
   * @throws AttemptClosedException when the attempt was dropped before this question was answered
   */
  Outcome answer(
      @Own long learnerId,
      long attemptId,
      int position,
      @Valid Response response,
      Duration timeTaken,
      @Nullable Confidence confidence);

  /** The same without saying how sure. */
  Outcome answer(
      @Own long learnerId,
      long attemptId,
      int position,
      @Valid Response response,
      Duration timeTaken);

  /**
   * "I was right": counts a typed answer that was marked wrong as right, as long as the attempt is
   * open. An answer that counts as right already stays as it is.
   *
   * @throws IllegalArgumentException when the question has no typed answer
   * @throws AttemptClosedException when the attempt is finished or was dropped
   */
  Outcome overrule(@Own long learnerId, long attemptId, int position);

  /**
   * Makes the score final once all is answered; nothing changes if it is already.
   *
   * @throws IllegalStateException when a question is still open
   * @throws AttemptClosedException when the attempt was dropped
   */
  void finish(@Own long learnerId, long attemptId);
}
