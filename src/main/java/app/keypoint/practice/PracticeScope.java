package app.keypoint.practice;

import app.keypoint.content.Quiz;
import jakarta.validation.constraints.Size;

/** What to practise, besides what is due. */
public sealed interface PracticeScope {

  /** All cards of a quiz. */
  record OfQuiz(@Size(max = Quiz.MAX_ID) String quizId) implements PracticeScope {}

  /** All cards of a key point. */
  record OfKeyPoint(@Size(max = Quiz.MAX_ID) String keyPointId) implements PracticeScope {}

  /** The twenty cards that gave most trouble. */
  record Hardest() implements PracticeScope {}

  /** What was answered wrongly on the last seven study days. */
  record WrongThisWeek() implements PracticeScope {}

  /** What was wrong though the learner was sure, lately, and not right since. */
  record SureWrong() implements PracticeScope {}

  /** Today's share of the cards of a quiz whose exam is near. */
  record BeforeExam(@Size(max = Quiz.MAX_ID) String quizId) implements PracticeScope {}
}
