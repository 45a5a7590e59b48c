package app.keypoint.quiz;

import app.keypoint.content.grading.ConfidenceTally;
import java.time.LocalDate;
import java.util.Map;

/** How much was answered in quizzes by study day; what days count of quizzes follows from it. */
public interface QuizDays {

  /** By study day, with the answers of attempts that were dropped. One query. */
  Map<LocalDate, Answers> answers(long learnerId);

  /**
   * What was answered on a day.
   *
   * @param confidence how sure the learner was of which of them, and how many were right
   * @param latestAttempt the attempt that was begun last of those answered in
   */
  record Answers(int count, ConfidenceTally confidence, long latestAttempt) {

    /** Both together. */
    public Answers plus(Answers other) {
      return new Answers(
          count + other.count,
          confidence.plus(other.confidence),
          Math.max(latestAttempt, other.latestAttempt));
    }
  }
}
