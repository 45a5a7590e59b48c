package app.keypoint.quiz;

import java.time.LocalDate;
import java.util.Map;

/** How much was answered in quizzes by study day; what days count of quizzes follows from it. */
public interface QuizDays {

  /** Answers by study day, those of attempts that were dropped too. One query. */
  Map<LocalDate, Integer> answers(long learnerId);
}
