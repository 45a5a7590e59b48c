package app.keypoint.authoring;

import app.keypoint.access.Own;
import app.keypoint.content.Quiz;
import app.keypoint.quiz.EverybodysAnswers.QuestionSum;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** How the questions of a quiz do among all who take it, for those who write it. */
@Validated
public interface QuestionFigures {

  /**
   * Its questions in their order, retired ones left out, and those that fewer than {@link
   * app.keypoint.quiz.EverybodysAnswers#FEWEST_LEARNERS} have had as they are now. Wants the role
   * of an instructor and {@link Right#EDIT}.
   *
   * @throws app.keypoint.identity.GoneException otherwise
   */
  List<QuestionSum> of(@Own long instructorId, @Size(max = Quiz.MAX_ID) String draftId);
}
