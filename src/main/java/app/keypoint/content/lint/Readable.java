package app.keypoint.content.lint;

import app.keypoint.content.Question;
import app.keypoint.content.TypedKey;
import app.keypoint.content.format.QuizReader;
import app.keypoint.content.grading.TypedMatch;
import app.keypoint.content.picture.PictureSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What of a quiz file can be read, whatever else is at fault: while one part is being written, the
 * findings about the others stay.
 *
 * @param root the document as it is
 * @param points the key points that keep to the schema
 * @param items the questions that keep to the schema
 */
public record Readable(JsonNode root, List<Point> points, List<Item> items) {

  /**
   * @param faults pointers of what is at fault
   * @param pictures where images are found
   */
  public static Readable of(JsonNode root, Set<String> faults, PictureSource pictures) {
    List<Point> points = new ArrayList<>();
    each(
        root,
        "keyPoints",
        faults,
        (node, pointer) ->
            points.add(
                new Point(QuizReader.keyPoint(root.path("id").asString(""), node), pointer)));
    Set<String> terms =
        root.path("terms")
            .valueStream()
            .map(term -> TypedMatch.normalise(term.asString("")))
            .collect(Collectors.toSet());
    List<Item> items = new ArrayList<>();
    each(
        root,
        "questions",
        faults,
        (node, pointer) -> {
          Question question = QuizReader.question(node, pictures);
          items.add(Item.of(question, pointer, exact(question, node, terms)));
        });
    return new Readable(root, List.copyOf(points), List.copyOf(items));
  }

  private static void each(
      JsonNode root, String part, Set<String> faults, BiConsumer<JsonNode, String> read) {
    JsonNode list = root.path(part);
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      String pointer = "/" + part + "/" + i;
      if (faults.stream().noneMatch(fault -> (fault + "/").startsWith(pointer + "/"))) {
        read.accept(list.get(i), pointer);
      }
    }
  }

  /** The answers for which no other word stands: terms of the field, or all when it says so. */
  private static Set<String> exact(Question question, JsonNode node, Set<String> terms) {
    return question instanceof Question.Typed typed
        ? typed.keys().stream()
            .map(TypedKey::answer)
            .filter(answer -> node.has("exact") || terms.contains(TypedMatch.normalise(answer)))
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** All that are listed, complete or not. */
  Set<String> keyPointIds() {
    return root.path("keyPoints")
        .valueStream()
        .map(point -> point.path("id").asString(""))
        .collect(Collectors.toSet());
  }

  /** Types of all questions about a key point, complete or not. */
  List<String> typesAbout(String keyPointId) {
    return root.path("questions")
        .valueStream()
        .filter(question -> question.path("keyPoint").asString("").equals(keyPointId))
        .map(question -> question.path("type").asString(""))
        .toList();
  }
}
