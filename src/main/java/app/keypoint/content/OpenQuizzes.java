package app.keypoint.content;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * The served quizzes that are for somebody: asked wherever quizzes are listed or begun. Whoever has
 * cards of a quiz goes on reviewing them, for whomever it is since; see ADR 0153.
 */
@Validated
public interface OpenQuizzes {

  /** By position. No query while all quizzes come from files. */
  List<Quiz> to(long accountId);

  /**
   * A quiz that is for somebody.
   *
   * @throws app.keypoint.identity.GoneException when it is not, and when none is served
   */
  Quiz require(long accountId, @Size(max = Quiz.MAX_ID) String quizId);

  /** Whether a quiz is served and for somebody. No query for one that comes from a file. */
  boolean isFor(long accountId, @Size(max = Quiz.MAX_ID) String quizId);

  /** Whether all quizzes come from files, and so are for everyone. */
  boolean onlyFiles();

  /** Whether a served quiz comes from a file. */
  boolean inFile(@Size(max = Quiz.MAX_ID) String quizId);
}
