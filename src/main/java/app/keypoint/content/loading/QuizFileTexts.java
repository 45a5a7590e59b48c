package app.keypoint.content.loading;

import app.keypoint.content.Quiz;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/** Served quizzes as the text that files have. */
@Validated
public interface QuizFileTexts {

  /** The text of a quiz as it is served; its own file's, comments and all, where that is sound. */
  Optional<String> text(@Size(max = Quiz.MAX_ID) String quizId);

  /** The same with the files that translate it, as all of them are served at one moment. */
  Optional<Translated> translated(@Size(max = Quiz.MAX_ID) String quizId);

  /**
   * A quiz in all its languages.
   *
   * @param translations by the tags of their languages
   */
  record Translated(String original, Map<String, String> translations) {}
}
