package app.keypoint.progress;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import jakarta.validation.constraints.Size;
import java.io.OutputStream;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * What a learner sees of their own memory. How many statements a method costs depends neither on
 * the number of cards nor on that of quizzes.
 */
@Validated
public interface LearnerProgress {

  /** Everything about a learner's memory on their present study day. Thirteen statements. */
  Progress of(@Own Account learner);

  /**
   * The same without answers that were brought from elsewhere, for others to see: a file can say
   * anything.
   */
  Progress here(@Own Account learner);

  /** The quizzes being served and where the learner stands with each. Two statements. */
  List<QuizProgress> quizzes(@Own Account learner);

  /**
   * One of them. Two statements.
   *
   * @throws app.keypoint.identity.GoneException when no such quiz is being served
   */
  QuizProgress quiz(@Own Account learner, @Size(max = Quiz.MAX_ID) String quizId);

  /**
   * Writes what is kept of the learner's quizzes and reviews, as JSON without anything that names
   * the learner. Three statements.
   */
  void export(@Own Account learner, OutputStream target);
}
