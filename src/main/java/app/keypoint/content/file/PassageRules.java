package app.keypoint.content.file;

import app.keypoint.content.Passages;
import java.util.List;
import java.util.Map;

/** Rules about the words of the article that key points and questions name. */
final class PassageRules {

  private PassageRules() {}

  /** Warning: a passage that the article does not have, or has no longer. */
  static void found(QuizDraft quiz, Report report) {
    if (quiz.article().text().isEmpty() || quiz.article().passages().isEmpty()) {
      return;
    }
    Passages passages = Passages.of(quiz.article().text());
    check(
        "/keyPoints/", quiz.keyPoints().stream().map(p -> p.id()).toList(), quiz, passages, report);
    check(
        "/questions/", quiz.questions().stream().map(q -> q.id()).toList(), quiz, passages, report);
  }

  private static void check(
      String part, List<String> ids, QuizDraft quiz, Passages passages, Report report) {
    Map<String, String> named = quiz.article().passages();
    for (int i = 0; i < ids.size(); i++) {
      String passage = named.get(ids.get(i));
      if (passage != null && passages.find(passage).isEmpty()) {
        report.warn(
            "lost-passage",
            part + i + "/passage",
            "The article does not have this passage.",
            "Quote the article as it is now, or leave the passage out.");
      }
    }
  }
}
