package app.keypoint.content.format;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Option;
import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz.Article;
import app.keypoint.content.TypedKey;
import app.keypoint.content.TypedKey.WrongAnswer;
import app.keypoint.content.picture.PictureSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads quiz files: their documents, and records of those that keep to the schema. */
public final class QuizReader {

  private QuizReader() {}

  /**
   * The document that the text of a quiz file holds, as {@link QuizWriter#write(JsonNode)} takes
   * it; empty when it is not readable as one.
   */
  public static Optional<JsonNode> document(String text) {
    try {
      return Optional.of(YamlTree.read(text).root());
    } catch (YamlTree.Unreadable e) {
      return Optional.empty();
    }
  }

  /** The quiz of a document that keeps to the schema. */
  public static ParsedQuiz read(JsonNode root, PictureSource pictures) {
    String id = text(root, "id");
    return new ParsedQuiz(
        id,
        text(root, "title"),
        root.path("position").asInt(),
        whole(root),
        list(root.path("keyPoints"), point -> keyPoint(id, point)),
        list(root.path("questions"), node -> question(node, pictures)));
  }

  /** With its text, and the passages that key points and questions name. */
  private static Article whole(JsonNode root) {
    JsonNode node = root.path("article");
    Map<String, String> passages = new HashMap<>();
    for (String part : List.of("keyPoints", "questions")) {
      root.path(part)
          .valueStream()
          .filter(item -> item.has("passage"))
          .forEach(item -> passages.put(text(item, "id"), text(item, "passage")));
    }
    return new Article(
        text(node, "title"),
        text(node, "author"),
        text(node, "section"),
        node.path("text").asString(""),
        node.path("readable").asBoolean(false),
        passages);
  }

  /** The article that a quiz is about. */
  public static Article article(JsonNode node) {
    return new Article(text(node, "title"), text(node, "author"), text(node, "section"));
  }

  /** One key point of a quiz. */
  public static KeyPoint keyPoint(String quizId, JsonNode node) {
    return new KeyPoint(
        text(node, "id"),
        quizId,
        text(node, "title"),
        optionalText(node, "topic"),
        text(node, "text"),
        node.path("paragraph").asInt(0));
  }

  /** With its image, if it has one that can be shown. */
  public static Question question(JsonNode node, PictureSource pictures) {
    return question(node).showing(picture(node.path("image"), pictures));
  }

  private static @Nullable Picture picture(JsonNode image, PictureSource pictures) {
    return image.isObject()
            && pictures.find(text(image, "file")) instanceof PictureSource.Found.Usable found
        ? found.picture().saying(text(image, "alt"))
        : null;
  }

  private static Question question(JsonNode node) {
    String id = text(node, "id");
    String keyPoint = text(node, "keyPoint");
    String stem = text(node, "stem");
    String explanation = text(node, "explanation");
    return switch (text(node, "type")) {
      case "single" -> new Question.Single(id, keyPoint, stem, options(node), explanation);
      case "multi" -> new Question.Multi(id, keyPoint, stem, options(node), explanation);
      case "recall" ->
          new Question.Recall(id, keyPoint, stem, key(node, text(node, "answer")), explanation);
      case "cloze" -> new Question.Cloze(id, keyPoint, stem, keys(node, stem), explanation);
      default -> throw new IllegalArgumentException("The schema knows no other type");
    };
  }

  /** Of a question that is answered by choosing. */
  public static List<Option> options(JsonNode question) {
    return list(
        question.path("options"),
        option ->
            new Option(
                text(option, "id"),
                text(option, "text"),
                option.path("correct").asBoolean(false),
                optionalText(option, "why")));
  }

  /** What counts as an answer of a question that is answered by typing. */
  public static TypedKey key(JsonNode question, String answer) {
    return key(question, answer, typos(question));
  }

  /** Of each blank of a stem. Several have their answers under {@code blanks}, in its order. */
  public static List<TypedKey> keys(JsonNode question, String stem) {
    List<String> hidden = ClozeSyntax.answers(stem);
    if (hidden.size() < 2) {
      return List.of(key(question, ClozeSyntax.answer(stem)));
    }
    boolean typos = typos(question);
    return IntStream.range(0, hidden.size())
        .mapToObj(i -> key(question.path("blanks").path(i), hidden.get(i), typos))
        .toList();
  }

  private static TypedKey key(JsonNode stated, String answer, boolean typos) {
    return new TypedKey(
        answer,
        list(stated.path("accept"), JsonNode::asString),
        list(
            stated.path("wrong"),
            wrong -> new WrongAnswer(text(wrong, "text"), text(wrong, "why"))),
        typos);
  }

  private static boolean typos(JsonNode question) {
    return !question.path("match").path("typos").asString("auto").equals("off");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }

  private static @Nullable String optionalText(JsonNode node, String field) {
    return node.has(field) ? text(node, field) : null;
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
    return array.valueStream().map(each).toList();
  }
}
