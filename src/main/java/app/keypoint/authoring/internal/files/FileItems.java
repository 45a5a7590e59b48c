package app.keypoint.authoring.internal.files;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.BlankText;
import app.keypoint.authoring.ItemBody.ImageText;
import app.keypoint.authoring.ItemBody.OptionText;
import app.keypoint.authoring.ItemBody.Type;
import app.keypoint.authoring.ItemBody.WrongText;
import app.keypoint.content.format.QuizReader;
import app.keypoint.identity.GoneException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The parts of a quiz file, as a draft holds them; the other way round than {@link DraftFile}. */
public final class FileItems {

  private FileItems() {}

  /**
   * The parts by their ids, in the file's order, of a file that keeps to the schema.
   *
   * @throws GoneException when it cannot be read, or two parts of it have one id
   */
  public static Map<String, ItemBody> of(String yaml) {
    JsonNode root = QuizReader.document(yaml).orElseThrow(() -> new GoneException("readable quiz"));
    Map<String, ItemBody> items = new LinkedHashMap<>();
    items.put(
        text(root, "id"),
        new ItemBody.Heading(
            text(root, "title"), root.path("position").asInt(0), texts(root.path("terms"))));
    JsonNode article = root.path("article");
    items.put(
        Drafts.ARTICLE,
        new ItemBody.Article(
            text(article, "title"),
            text(article, "author"),
            text(article, "section"),
            text(article, "text"),
            article.path("readable").asBoolean(false)));
    root.path("keyPoints").forEach(point -> items.put(text(point, "id"), keyPoint(point)));
    root.path("questions").forEach(asked -> items.put(text(asked, "id"), question(asked)));
    if (items.size() != 2 + root.path("keyPoints").size() + root.path("questions").size()) {
      throw new GoneException("quiz whose parts have ids of their own");
    }
    return items;
  }

  private static ItemBody keyPoint(JsonNode node) {
    return new ItemBody.KeyPoint(
        text(node, "title"),
        text(node, "topic"),
        text(node, "text"),
        node.path("paragraph").asInt(0),
        text(node, "passage"));
  }

  private static ItemBody question(JsonNode node) {
    BlankText first = blank(node.has("blanks") ? node.path("blanks").path(0) : node);
    return new ItemBody.Question(
        Type.valueOf(text(node, "type").toUpperCase(Locale.ROOT)),
        text(node, "keyPoint"),
        text(node, "stem"),
        node.path("options")
            .valueStream()
            .map(
                option ->
                    new OptionText(
                        text(option, "id"),
                        text(option, "text"),
                        option.path("correct").asBoolean(false),
                        text(option, "why")))
            .toList(),
        text(node, "answer"),
        first.accept(),
        first.wrong(),
        node.path("blanks").valueStream().skip(1).map(FileItems::blank).toList(),
        !text(node.path("match"), "typos").equals("off"),
        text(node, "exact"),
        text(node, "explanation"),
        text(node, "passage"),
        new ImageText(text(node.path("image"), "file"), text(node.path("image"), "alt")));
  }

  private static BlankText blank(JsonNode node) {
    return new BlankText(
        texts(node.path("accept")),
        node.path("wrong")
            .valueStream()
            .map(wrong -> new WrongText(text(wrong, "text"), text(wrong, "why")))
            .toList());
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(value -> value.asString("")).toList();
  }
}
