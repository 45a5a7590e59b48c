package app.keypoint.content.file;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz.Article;
import app.keypoint.content.format.ParsedQuiz;
import java.util.List;

/**
 * A short mark of a part of an original, which its translation repeats as {@code of}: when the two
 * differ, the original has changed and the translation wants another look.
 */
final class OriginalMark {

  private static final int LENGTH = 8;

  private OriginalMark() {}

  static String of(Question question) {
    return mark(Fingerprint.version(question));
  }

  static String of(KeyPoint keyPoint) {
    return mark(
        Fingerprint.hash(List.of(keyPoint.title(), keyPoint.topicOrTitle(), keyPoint.text())));
  }

  /** Of title and article. */
  static String of(ParsedQuiz quiz) {
    Article article = quiz.article();
    return mark(
        Fingerprint.hash(
            List.of(quiz.title(), article.title(), article.author(), article.section())));
  }

  /** With a letter first, so that YAML never takes it for a number. */
  private static String mark(String hash) {
    return "v" + hash.substring(0, LENGTH);
  }
}
