package app.keypoint.quiz;

import app.keypoint.content.Quiz;
import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/** What other features read of somebody's attempts. */
@Validated
public interface LearnerAttempts {

  /** The latest attempts at these quizzes, whatever became of them, newest first. One query. */
  List<Past> of(
      long learnerId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds,
      int most);

  /**
   * Tells each, whatever became of it: by when it ended, or began while it has not, newest first.
   * One query, whose rows are read as they are told; the caller holds a transaction meanwhile.
   */
  void each(
      long learnerId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds,
      Consumer<? super Past> attempt);

  /** How many there are, whatever became of them. One query. */
  long count(
      long learnerId,
      @Size(max = Accounts.MAX_AT_ONCE) Collection<@Size(max = Quiz.MAX_ID) String> quizIds);

  /**
   * An attempt without its questions.
   *
   * @param marks got, or null while the score is not final
   * @param max marks to be had
   */
  record Past(
      long id,
      String quizId,
      Attempt.State state,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Double marks,
      int max) {}
}
