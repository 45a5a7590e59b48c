package app.keypoint.content.format;

import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
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

/**
 * A YAML document as JSON, each part with its place in the text.
 *
 * @param root the document
 * @param places by JSON pointer; the place of a key, where a part has one
 */
public record YamlTree(JsonNode root, Map<String, Place> places) {

  /** Much more than any quiz needs, and little enough to read at once. */
  public static final int MAX_LENGTH = 1_000_000;

  private static final int MAX_DEPTH = 20;

  /** Where something stands, from 1. */
  public record Place(int line, int column) {
    static final Place START = new Place(1, 1);

    static Place of(Optional<Mark> mark) {
      return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(START);
    }
  }

  /** The text is no YAML, or YAML of a kind that quiz files do without. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    final transient Place place;

    Unreadable(Place place, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.place = place;
    }

    /** The same as what a check found. */
    public Finding finding(String file) {
      return new Finding(
          Severity.ERROR,
          file,
          place.line(),
          place.column(),
          null,
          "yaml",
          String.valueOf(getMessage()),
          "Check quotes, brackets and indentation here and on the line before.");
    }
  }

  /** Reads a text. */
  public static YamlTree read(String text) throws Unreadable {
    if (text.length() > MAX_LENGTH) {
      throw new Unreadable(Place.START, "The file is longer than a million characters.", null);
    }
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build();
    Optional<Node> node;
    try {
      node = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      Place place = Place.of(e.getProblemMark().or(e::getContextMark));
      throw new Unreadable(place, "This is not YAML: " + e.getProblem() + ".", e);
    } catch (YamlEngineException | StackOverflowError e) {
      throw new Unreadable(Place.START, "This is not YAML: " + e.getMessage(), e);
    }
    if (node.isEmpty()) {
      throw new Unreadable(Place.START, "The file is empty.", null);
    }
    Map<String, Place> places = new HashMap<>();
    return new YamlTree(convert(node.get(), "", 0, places), places);
  }

  /** The place of a part; of what holds it, where the part itself is missing. */
  public Place place(String pointer) {
    for (String p = pointer; ; p = p.substring(0, p.lastIndexOf('/'))) {
      Place place = places.get(p);
      if (place != null) {
        return place;
      }
      if (p.isEmpty()) {
        return Place.START;
      }
    }
  }

  private static JsonNode convert(Node node, String pointer, int depth, Map<String, Place> places)
      throws Unreadable {
    places.putIfAbsent(pointer, Place.of(node.getStartMark()));
    if (depth > MAX_DEPTH) {
      throw new Unreadable(
          Place.of(node.getStartMark()), "This is nested too deeply for a quiz.", null);
    }
    if (node.getAnchor().isPresent()) {
      throw new Unreadable(
          Place.of(node.getStartMark()), "Anchors and aliases are not for quiz files.", null);
    }
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
          Place place = Place.of(entry.getKeyNode().getStartMark());
          if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            throw new Unreadable(place, "A key must be a word.", null);
          }
          if (object.has(key.getValue())) {
            throw new Unreadable(place, "`" + key.getValue() + "` is here twice.", null);
          }
          String child = pointer + "/" + key.getValue();
          places.put(child, place);
          object.set(key.getValue(), convert(entry.getValueNode(), child, depth + 1, places));
        }
        yield object;
      }
      case SequenceNode sequence -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
          array.add(convert(item, pointer + "/" + array.size(), depth + 1, places));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default ->
          throw new Unreadable(Place.of(node.getStartMark()), "This is not known here.", null);
    };
  }

  private static JsonNode scalar(ScalarNode scalar) throws Unreadable {
    String value = scalar.getValue();
    Place place = Place.of(scalar.getStartMark());
    if (value.codePoints().anyMatch(YamlTree::unprintable)) {
      throw new Unreadable(place, "The text holds a control character.", null);
    }
    Tag tag = scalar.getTag();
    JsonNodeFactory json = JsonNodeFactory.instance;
    try {
      if (tag.equals(Tag.NULL)) {
        return json.nullNode();
      } else if (tag.equals(Tag.BOOL)) {
        return json.booleanNode(Boolean.parseBoolean(value));
      } else if (tag.equals(Tag.INT)) {
        return json.numberNode(Integer.parseInt(value));
      } else if (tag.equals(Tag.FLOAT)) {
        return json.numberNode(Double.parseDouble(value));
      } else if (tag.equals(Tag.STR)) {
        return json.stringNode(value);
      }
    } catch (NumberFormatException e) {
      throw new Unreadable(place, "`" + value + "` is not a usable number.", e);
    }
    throw new Unreadable(place, "The tag " + tag + " is not for quiz files.", null);
  }

  /** Control characters, and halves of characters, which no database would keep. */
  private static boolean unprintable(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t')
        || Character.getType(c) == Character.SURROGATE;
  }
}
