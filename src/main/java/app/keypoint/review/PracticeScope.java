package app.keypoint.review;

/** What to practise, besides what is due. */
public sealed interface PracticeScope {

  /** All cards of a quiz. */
  record OfQuiz(String quizId) implements PracticeScope {}

  /** All cards of a key point. */
  record OfKeyPoint(String keyPointId) implements PracticeScope {}

  /** The twenty cards that gave most trouble. */
  record Hardest() implements PracticeScope {}

  /** What was answered wrongly on the last seven study days. */
  record WrongThisWeek() implements PracticeScope {}

  /** Today's share of the cards of a quiz whose exam is near. */
  record BeforeExam(String quizId) implements PracticeScope {}
}
