package app.keypoint.content.loading;

import app.keypoint.content.Quiz;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.validation.annotation.Validated;

/**
 * Quizzes that are written in the browser, as files would say them; implemented by those who write
 * them, since they use the content. They are read, checked and served as the files are.
 */
@Validated
public interface PublishedQuizzes {

  /** Of each quiz that is to be served, by id, a mark that differs when its text may. One query. */
  Map<String, String> stamps();

  /**
   * The text of one.
   *
   * @throws app.keypoint.identity.GoneException when it is not to be served any more
   */
  String text(@Size(max = Quiz.MAX_ID) String quizId);
}
