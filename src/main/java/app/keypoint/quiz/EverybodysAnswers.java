package app.keypoint.quiz;

import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.statistics.ItemAnalysis;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * How the questions of a quiz did among everybody who took it, in sums from which nobody can be
 * told: each question over the first finished attempt of each learner that had it with its latest
 * options and key.
 */
@Validated
public interface EverybodysAnswers {

  /** Of a question that fewer learners had nothing is told. */
  int FEWEST_LEARNERS = ItemAnalysis.FEWEST_ATTEMPTS;

  /**
   * Questions of enough learners. The number of queries depends neither on learners nor on
   * questions. The caller makes sure that the quiz is theirs.
   */
  List<QuestionSum> of(@Size(max = Quiz.MAX_ID) String quizId);

  /**
   * A question.
   *
   * @param asked in the latest wording that was asked
   * @param facility mean marks, 0..1
   * @param options in the file's order; empty for typed questions
   */
  record QuestionSum(
      QuestionVersion asked, int learners, double facility, List<OptionShare> options) {}

  /**
   * An option.
   *
   * @param share of the learners who chose it, 0..1
   */
  record OptionShare(String text, boolean correct, double share) {}
}
