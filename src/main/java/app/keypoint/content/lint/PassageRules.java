package app.keypoint.content.lint;

import app.keypoint.content.Passages;
import app.keypoint.content.format.Report;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Rules about the words of the article that key points and questions name. */
final class PassageRules {

  private PassageRules() {}

  /** Warning: a passage that the article does not have, or has no longer. */
  static void found(Readable quiz, Report report) {
    String text = quiz.root().path("article").path("text").asString("");
    if (text.isBlank()) {
      return;
    }
    Passages article = Passages.of(text);
    for (String part : List.of("keyPoints", "questions")) {
      JsonNode list = quiz.root().path(part);
      for (int i = 0; list.isArray() && i < list.size(); i++) {
        String passage = list.get(i).path("passage").asString("");
        if (!passage.isBlank() && article.find(passage).isEmpty()) {
          report.warn(
              "lost-passage",
              "/" + part + "/" + i + "/passage",
              "The article does not have this passage.",
              "Quote the article as it is now, or leave the passage out.");
        }
      }
    }
  }
}
