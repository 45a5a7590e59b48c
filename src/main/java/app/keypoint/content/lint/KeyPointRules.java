package app.keypoint.content.lint;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.format.Report;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules about the key points of a quiz. */
final class KeyPointRules {

  /** Types of questions that are answered by picking. */
  private static final Set<String> CHOICE = Set.of("single", "multi");

  private KeyPointRules() {}

  /** Error: two key points with one id. */
  static void duplicates(Readable quiz, Report report) {
    Map<String, Point> first = new HashMap<>();
    for (Point point : quiz.points()) {
      Point other = first.putIfAbsent(point.id(), point);
      if (other != null) {
        report.error(
            "duplicate-id",
            point.at("id"),
            "The key point in line %d has the id `%s` too."
                .formatted(report.line(other.at("id")), point.id()),
            "Give the newer one another id.");
      }
    }
  }

  /** Error: a question about a key point that is not there. */
  static void unknown(Readable quiz, Report report) {
    Set<String> known = quiz.keyPointIds();
    for (Item item : quiz.items()) {
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
  static void topics(Readable quiz, Report report) {
    for (Point point : quiz.points()) {
      if (point.keyPoint().topic() == null) {
        report.warn(
            "no-topic",
            point.pointer(),
            "`" + point.id() + "` has no topic, so learners see its title before they answer.",
            "Add a `topic`: a few words that say what it is about and hold no answer.");
      }
    }
  }

  /** Warning: what stands on the quiz page before the first attempt holds an answer to be typed. */
  static void tellAnswers(Readable quiz, Report report) {
    for (Point point : quiz.points()) {
      KeyPoint keyPoint = point.keyPoint();
      List<String> shown = Words.of(keyPoint.topicOrTitle());
      String field = keyPoint.topic() == null ? "title" : "topic";
      for (Item item : quiz.items()) {
        if (item.question() instanceof Question.Typed) {
          for (String answer : item.answers()) {
            if (Collections.indexOfSubList(shown, Words.of(answer)) >= 0) {
              report.warn(
                  "topic-tells",
                  point.at(field),
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
  static void ordinaryWords(Readable quiz, Report report) {
    for (Item item : quiz.items()) {
      quiz.points().stream()
          .filter(point -> point.id().equals(item.question().keyPointId()))
          .forEach(point -> TypedRules.ordinaryWord(item, point.keyPoint(), report));
    }
  }

  /**
   * Warning: a key point that no question, or only multiple choice, asks about. A question that is
   * not complete yet counts: what is said of its key point does not change with every key.
   */
  static void covered(Readable quiz, Report report) {
    for (Point point : quiz.points()) {
      List<String> types = quiz.typesAbout(point.id());
      if (types.isEmpty()) {
        report.warn(
            "no-question-asked",
            point.pointer(),
            "No question asks about `" + point.id() + "`.",
            "Write one, best of all to be answered by typing.");
      } else if (CHOICE.containsAll(types)) {
        report.warn(
            "choice-only",
            point.pointer(),
            "`" + point.id() + "` is asked by multiple choice only.",
            "Add a recall or cloze question: recognising is easier than remembering.");
      }
    }
  }
}
