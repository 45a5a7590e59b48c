package app.keypoint.support;

import app.keypoint.content.Question;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import java.time.Duration;

/** Attempts at a quiz from their start to their end. */
public final class QuizAttempts {

  private QuizAttempts() {}

  /**
   * A learner, who is signed in, takes a quiz with so many of its first questions wrong.
   *
   * @param timeTaken for each of the questions
   */
  public static void take(
      QuizTaking taking, long learnerId, String quizId, int wrong, Duration timeTaken) {
    Attempt attempt = taking.start(learnerId, quizId);
    for (Attempt.Item item : attempt.items()) {
      Question question = item.asked().question();
      var unused =
          taking.answer(
              learnerId,
              attempt.id(),
              item.position(),
              item.position() <= wrong ? Responses.wrong(question) : Responses.right(question),
              timeTaken);
    }
    taking.finish(learnerId, attempt.id());
  }
}
