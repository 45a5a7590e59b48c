package app.keypoint.content.format;

import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects findings about one file, each at the place of a JSON pointer. */
public final class Report {

  private final String file;
  private final YamlTree tree;
  private final List<Finding> findings = new ArrayList<>();

  public Report(String file, YamlTree tree) {
    this.file = file;
    this.tree = tree;
  }

  /**
   * @param words see {@link Finding#words}
   */
  public void error(String rule, String pointer, String message, String advice, String... words) {
    add(Severity.ERROR, rule, pointer, message, advice, words);
  }

  /**
   * @param words see {@link Finding#words}
   */
  public void warn(String rule, String pointer, String message, String advice, String... words) {
    add(Severity.WARNING, rule, pointer, message, advice, words);
  }

  /** The line at which something stands. */
  public int line(String pointer) {
    return tree.place(pointer).line();
  }

  /** In the order of the file. */
  public List<Finding> findings() {
    return findings.stream()
        .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
        .toList();
  }

  private void add(
      Severity severity,
      String rule,
      String pointer,
      String message,
      String advice,
      String... words) {
    YamlTree.Place place = tree.place(pointer);
    findings.add(
        new Finding(
            severity,
            file,
            place.line(),
            place.column(),
            pointer,
            questionId(pointer),
            rule,
            message,
            advice,
            List.of(words)));
  }

  private @Nullable String questionId(String pointer) {
    String[] steps = pointer.split("/", 4); // "", "questions", index, the rest
    if (steps.length < 3 || !steps[1].equals("questions")) {
      return null;
    }
    JsonNode id = tree.root().path("questions").path(Integer.parseInt(steps[2])).path("id");
    return id.isString() ? id.asString() : null;
  }
}
