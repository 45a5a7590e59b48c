package app.keypoint.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The quizzes being served. Reads cost no query, except for versions that are no longer served. */
public interface Catalogue {

  /** All quizzes, by position. */
  List<Quiz> quizzes();

  /** A served quiz. */
  Optional<Quiz> quiz(String quizId);

  /** The current version of a question; empty once it is retired. */
  Optional<QuestionVersion> question(String questionId);

  /** A key point that is being served. */
  Optional<KeyPoint> keyPoint(String keyPointId);

  /**
   * Versions by id, served or not.
   *
   * @throws java.util.NoSuchElementException when one does not exist
   */
  Map<Long, QuestionVersion> versions(Collection<Long> versionIds);
}
