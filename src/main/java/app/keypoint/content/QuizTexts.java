package app.keypoint.content;

import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/** Served quizzes as the text that files have. */
@Validated
public interface QuizTexts {

  /** The text of a quiz as it is served; its own file's, comments and all, where that is sound. */
  Optional<String> text(@Size(max = Quiz.MAX_ID) String quizId);

  /** The files that translate a served quiz, by the tags of their languages. */
  Map<String, String> translations(@Size(max = Quiz.MAX_ID) String quizId);
}
