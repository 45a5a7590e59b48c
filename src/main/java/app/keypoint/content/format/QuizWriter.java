package app.keypoint.content.format;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Option;
import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz.Article;
import app.keypoint.content.TypedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes quiz files: what is written reads back as the same. */
public final class QuizWriter {

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setSplitLines(false)
          .setUseUnicodeEncoding(true)
          .build();

  /** Words of the format itself, which need no quotes. */
  private static final Set<String> WORDS = Set.of("id", "type", "keyPoint", "typos", "file");

  /** Small groups that stand on one line each. */
  private static final Set<String> ON_ONE_LINE =
      Set.of("options", "wrong", "match", "accept", "terms", "image");

  private QuizWriter() {}

  /** A document as the text of a quiz file, its keys in their order. */
  public static String write(JsonNode document) {
    StringBuilder text = new StringBuilder();
    new Dump(SETTINGS)
        .dumpNode(
            node("", document, FlowStyle.BLOCK),
            new StreamDataWriter() {
              @Override
              public void write(String part) {
                text.append(part);
              }

              @Override
              public void write(String part, int from, int length) {
                text.append(part, from, from + length);
              }
            });
    return text.toString();
  }

  /** A quiz as the text of a quiz file. */
  public static String write(ParsedQuiz quiz) {
    return write(document(quiz));
  }

  private static Node node(String key, JsonNode value, FlowStyle style) {
    return switch (value) {
      case ObjectNode object -> {
        List<NodeTuple> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
          FlowStyle inner = ON_ONE_LINE.contains(entry.getKey()) ? FlowStyle.FLOW : style;
          entries.add(
              new NodeTuple(
                  new ScalarNode(Tag.STR, entry.getKey(), ScalarStyle.PLAIN),
                  node(entry.getKey(), entry.getValue(), inner)));
        }
        yield new MappingNode(Tag.MAP, entries, style);
      }
      case ArrayNode array ->
          new SequenceNode(
              Tag.SEQ,
              array.valueStream().map(element -> node(key, element, style)).toList(),
              // A list of groups has a line for each.
              array.path(0).isObject() ? FlowStyle.BLOCK : style);
      default -> scalar(key, value, style);
    };
  }

  private static Node scalar(String key, JsonNode value, FlowStyle style) {
    if (value.isInt()) {
      return new ScalarNode(Tag.INT, value.asString(), ScalarStyle.PLAIN);
    }
    if (value.isBoolean()) {
      return new ScalarNode(Tag.BOOL, value.asString(), ScalarStyle.PLAIN);
    }
    String text = value.asString();
    ScalarStyle quoted =
        WORDS.contains(key)
            ? ScalarStyle.PLAIN
            : style == FlowStyle.BLOCK && text.contains("\n")
                ? ScalarStyle.LITERAL
                : ScalarStyle.DOUBLE_QUOTED;
    return new ScalarNode(Tag.STR, text, quoted);
  }

  private static ObjectNode document(ParsedQuiz quiz) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", 1).put("id", quiz.id()).put("title", quiz.title());
    root.put("position", quiz.position());
    Article article = quiz.article();
    ObjectNode about = root.putObject("article");
    about.put("title", article.title()).put("author", article.author());
    about.put("section", article.section());
    if (!article.text().isEmpty()) {
      about.put("text", article.text());
    }
    if (article.readable()) {
      about.put("readable", true);
    }
    ArrayNode points = root.putArray("keyPoints");
    for (KeyPoint point : quiz.keyPoints()) {
      keyPoint(points.addObject(), point);
      passage(points, point.id(), quiz);
    }
    ArrayNode questions = root.putArray("questions");
    for (Question question : quiz.questions()) {
      question(questions.addObject(), question);
      passage(questions, question.id(), quiz);
    }
    return root;
  }

  private static void passage(ArrayNode of, String id, ParsedQuiz quiz) {
    String passage = quiz.article().passages().get(id);
    if (passage != null) {
      ((ObjectNode) of.get(of.size() - 1)).put("passage", passage);
    }
  }

  private static void keyPoint(ObjectNode node, KeyPoint point) {
    node.put("id", point.id()).put("title", point.title());
    if (point.topic() != null) {
      node.put("topic", point.topic());
    }
    node.put("text", point.text());
    if (point.paragraph() != 0) {
      node.put("paragraph", point.paragraph());
    }
  }

  private static void question(ObjectNode node, Question question) {
    node.put("id", question.id());
    node.put("type", question.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    node.put("keyPoint", question.keyPointId()).put("stem", question.stem());
    Picture picture = question.picture();
    if (picture != null) {
      node.putObject("image").put("file", picture.file()).put("alt", picture.alt());
    }
    switch (question) {
      case Question.Choice choice -> {
        ArrayNode options = node.putArray("options");
        for (Option option : choice.options()) {
          ObjectNode one = options.addObject();
          one.put("id", option.id()).put("text", option.text());
          if (option.correct()) {
            one.put("correct", true);
          }
          if (option.why() != null) {
            one.put("why", option.why());
          }
        }
      }
      case Question.Typed typed -> {
        List<TypedKey> keys = typed.keys();
        if (question instanceof Question.Recall recall) {
          node.put("answer", recall.key().answer());
        }
        if (keys.size() == 1) {
          key(node, keys.getFirst());
        } else if (!keys.stream()
            .allMatch(key -> key.accept().isEmpty() && key.wrong().isEmpty())) {
          ArrayNode blanks = node.putArray("blanks");
          keys.forEach(key -> key(blanks.addObject(), key));
        }
        if (!keys.getFirst().typos()) {
          node.putObject("match").put("typos", "off");
        }
      }
    }
    node.put("explanation", question.explanation());
  }

  private static void key(ObjectNode node, TypedKey key) {
    if (!key.accept().isEmpty()) {
      ArrayNode accept = node.putArray("accept");
      key.accept().forEach(accept::add);
    }
    if (!key.wrong().isEmpty()) {
      ArrayNode wrong = node.putArray("wrong");
      key.wrong().forEach(w -> wrong.addObject().put("text", w.text()).put("why", w.why()));
    }
  }
}
