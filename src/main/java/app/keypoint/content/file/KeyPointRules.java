package app.keypoint.content.file;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about the key points of a quiz. */
final class KeyPointRules {

  private KeyPointRules() {}

  /** Error: two key points with one id. */
  static void duplicates(QuizDraft quiz, Report report) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < quiz.keyPoints().size(); i++) {
      String id = quiz.keyPoints().get(i).id();
      Integer other = first.putIfAbsent(id, i);
      if (other != null) {
        report.error(
            "duplicate-id",
            "/keyPoints/" + i + "/id",
            "The key point in line %d has the id `%s` too."
                .formatted(report.line("/keyPoints/" + other + "/id"), id),
            "Give the newer one another id.");
      }
    }
  }

  /** Error: a question about a key point that is not there. */
  static void unknown(QuizDraft quiz, List<Item> items, Report report) {
    Set<String> known = quiz.keyPoints().stream().map(KeyPoint::id).collect(Collectors.toSet());
    for (Item item : items) {
      if (!known.contains(item.question().keyPointId())) {
        report.error(
            "key-point",
            item.at("keyPoint"),
            "There is no key point `" + item.question().keyPointId() + "` in this file.",
            "Use the id of one that is listed under `keyPoints`, or add it there.");
      }
    }
  }

  /** Warning: what a key point is called before it was asked may tell what it says. */
  static void topics(QuizDraft quiz, Report report) {
    for (int i = 0; i < quiz.keyPoints().size(); i++) {
      KeyPoint keyPoint = quiz.keyPoints().get(i);
      if (keyPoint.topic() == null) {
        report.warn(
            "no-topic",
            "/keyPoints/" + i,
            "`" + keyPoint.id() + "` has no topic, so learners see its title before they answer.",
            "Add a `topic`: a few words that say what it is about and hold no answer.");
      }
    }
  }

  /** Warning: what stands on the quiz page before the first attempt holds an answer to be typed. */
  static void tellAnswers(QuizDraft quiz, List<Item> items, Report report) {
    for (int i = 0; i < quiz.keyPoints().size(); i++) {
      KeyPoint keyPoint = quiz.keyPoints().get(i);
      List<String> shown = Words.of(keyPoint.topicOrTitle());
      String field = keyPoint.topic() == null ? "title" : "topic";
      for (Item item : items) {
        if (item.question() instanceof Question.Typed) {
          for (String answer : item.answers()) {
            if (Collections.indexOfSubList(shown, Words.of(answer)) >= 0) {
              report.warn(
                  "topic-tells",
                  "/keyPoints/" + i + "/" + field,
                  "The %s tells the answer of `%s`: “%s”.".formatted(field, item.id(), answer),
                  "Say what it is about without that answer.",
                  item.id(),
                  answer);
            }
          }
        }
      }
    }
  }

  /** Warning: a blank that hides an ordinary word of its key point. */
  static void ordinaryWords(QuizDraft quiz, List<Item> items, Report report) {
    for (Item item : items) {
      quiz.keyPoints().stream()
          .filter(keyPoint -> keyPoint.id().equals(item.question().keyPointId()))
          .forEach(keyPoint -> TypedRules.ordinaryWord(item, keyPoint, report));
    }
  }

  /** Warning: a key point that no question, or only multiple choice, asks about. */
  static void covered(QuizDraft quiz, Report report) {
    for (int i = 0; i < quiz.keyPoints().size(); i++) {
      String id = quiz.keyPoints().get(i).id();
      List<Question> questions =
          quiz.questions().stream().filter(q -> q.keyPointId().equals(id)).toList();
      if (questions.isEmpty()) {
        report.warn(
            "no-question-asked",
            "/keyPoints/" + i,
            "No question asks about `" + id + "`.",
            "Write one, best of all to be answered by typing.");
      } else if (questions.stream().allMatch(q -> q instanceof Question.Choice)) {
        report.warn(
            "choice-only",
            "/keyPoints/" + i,
            "`" + id + "` is asked by multiple choice only.",
            "Add a recall or cloze question: recognising is easier than remembering.");
      }
    }
  }
}
