package app.keypoint.content.format;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The structure of a file, by the same JSON Schema that editors use. */
public final class SchemaCheck {

  /** Of a quiz. */
  public static final SchemaCheck QUIZ = new SchemaCheck("quiz.schema.json");

  /** Of a translation of one. */
  public static final SchemaCheck TRANSLATION = new SchemaCheck("translation.schema.json");

  private final String name;
  private final Schema schema;

  private SchemaCheck(String name) {
    this.name = name;
    schema = schema(name);
  }

  /** Reports every fault of structure; returns the pointers of what is at fault. */
  public Set<String> check(YamlTree tree, Report report) {
    Set<String> faults = new HashSet<>();
    for (Error fault : schema.validate(tree.root())) {
      String keyword = fault.getKeyword();
      if (keyword.equals("if") || keyword.equals("allOf") || keyword.equals("$ref")) {
        continue; // what lies beneath is reported itself
      }
      String pointer = fault.getInstanceLocation().toString();
      faults.add(pointer);
      describe(fault, keyword, pointer, report);
    }
    return faults;
  }

  private void describe(Error fault, String keyword, String pointer, Report report) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    JsonNode rule = fault.getSchemaNode();
    switch (keyword) {
      case "required" ->
          missing(String.valueOf(fault.getProperty()), pointer + "/" + fault.getProperty(), report);
      case "additionalProperties" ->
          report.error(
              "unknown-key",
              pointer + "/" + fault.getProperty(),
              "`" + fault.getProperty() + "` is not known here.",
              "Check its spelling, its indentation and the type of the question, or remove it.");
      case "minItems", "maxItems" -> {
        if (name.equals("options")) {
          report.error(
              "option-count",
              pointer,
              "There are " + fault.getInstanceNode().size() + " options.",
              "Give 3 to 5 options.");
        } else if (name.equals("blanks")) {
          report.error(
              "blanks",
              pointer,
              "`blanks` has too many entries.",
              "Give one for each blank of the stem, " + rule.asString() + " at most.");
        } else {
          report.error("empty-list", pointer, "`" + name + "` is empty.", "Add at least one.");
        }
      }
      case "pattern" -> {
        if (fault.getInstanceNode().asString().isBlank()) {
          missing(name, pointer, report);
        } else if (name.equals("file")) {
          report.error(
              "image-name",
              pointer,
              "`" + fault.getInstanceNode().asString() + "` is no name of a file beside the quiz.",
              "Use letters, digits, dots, hyphens and underscores, and no folder.");
        } else {
          report.error(
              "bad-id",
              pointer,
              "`" + fault.getInstanceNode().asString() + "` is no id.",
              "Use lower-case letters, digits and hyphens.");
        }
      }
      case "type" ->
          report.error(
              "wrong-type",
              pointer,
              "`" + name + "` is not " + kind(rule.asString()) + ".",
              "Write " + kind(rule.asString()) + "; quote text that looks like something else.");
      case "enum", "const" ->
          report.error(
              "unknown-value",
              pointer,
              "`" + fault.getInstanceNode().asString() + "` is not known for `" + name + "`.",
              "Use " + values(rule) + ".");
      case "maxLength" ->
          report.error(
              "too-long",
              pointer,
              "`" + name + "` is too long.",
              "Shorten it to " + rule.asString() + " characters.",
              rule.asString());
      default ->
          report.error(
              "schema",
              pointer,
              "`" + name + "`: " + fault.getMessage() + ".",
              "Bring it into the form that " + this.name + " describes.");
    }
  }

  private static void missing(String name, String pointer, Report report) {
    switch (name) {
      case "explanation" ->
          report.error(
              "explanation",
              pointer,
              "There is no explanation.",
              "Say why the key is right and where the article says so.");
      case "why" ->
          report.error(
              "distractor-why",
              pointer,
              "There is no `why` for a wrong answer.",
              "Say which misreading it stands for, or mark the option `correct: true`.");
      case "alt" ->
          report.error(
              "image-alt",
              pointer,
              "The image has no words that stand for it.",
              "Say in `alt` what whoever cannot see it needs to know to answer.");
      case "keyPoint" ->
          report.error(
              "key-point",
              pointer,
              "The question has no key point.",
              "Name the key point that it asks about: `keyPoint: <id>`.");
      default ->
          report.error(
              "missing", pointer, "`" + name + "` is missing.", "Add `" + name + ": ...` here.");
    }
  }

  private static String kind(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      default -> "a group of `key: value` lines";
    };
  }

  private static String values(JsonNode rule) {
    return rule.isArray()
        ? rule.valueStream()
            .map(value -> "`" + value.asString() + "`")
            .collect(Collectors.joining(", "))
        : "`" + rule.asString() + "`";
  }

  private static Schema schema(String name) {
    try (InputStream json = SchemaCheck.class.getResourceAsStream("/quizzes/" + name)) {
      if (json == null) {
        throw new IllegalStateException(name + " is not packaged");
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(json, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
