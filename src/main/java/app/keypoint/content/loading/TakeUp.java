package app.keypoint.content.loading;

import app.keypoint.content.Quiz;
import jakarta.validation.constraints.Size;
import org.springframework.validation.annotation.Validated;

/** Has what was just published served at once, rather than when it would be noticed. */
@Validated
public interface TakeUp {

  /**
   * Takes up what {@link PublishedQuizzes} has now, by transactions of its own: to be called once
   * what was published is committed. Quiz files that change at this very moment are left to the
   * next look, as ever, and so is what was published then.
   */
  void now();

  /**
   * Whether what is served of a quiz is what {@link PublishedQuizzes} had under this stamp, on this
   * server. No query.
   */
  boolean has(@Size(max = Quiz.MAX_ID) String quizId, @Size(max = Quiz.MAX_ID) String stamp);

  /** Whether this server serves anything of a quiz that comes from no file. No query. */
  boolean serves(@Size(max = Quiz.MAX_ID) String quizId);
}
