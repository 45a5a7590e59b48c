package app.keypoint.content.ui;

import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import java.util.List;

/**
 * A question about to be shown.
 *
 * @param optionOrder ids of the options as to be shown; empty for typed questions
 * @param quiz where its key point and section are named
 * @param article where its article can be read, if learners may
 */
public record AskedQuestion(
    QuestionVersion version, List<String> optionOrder, Quiz quiz, String article) {

  /** One of a quiz that is served. */
  public AskedQuestion(QuestionVersion version, List<String> optionOrder, Quiz quiz) {
    this(version, optionOrder, quiz, "quiz/" + quiz.id() + "?article");
  }
}
