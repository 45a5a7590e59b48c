package app.keypoint.content.file;

import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quiz file, read and checked.
 *
 * @param quiz null when it could not be read
 * @param findings in the order of the file
 */
public record QuizFile(String name, @Nullable QuizDraft quiz, List<Finding> findings) {

  /** Reads and checks a file. Pure, and quick enough for every keystroke. */
  public static QuizFile parse(String name, String text) {
    YamlTree tree;
    try {
      tree = YamlTree.read(text);
    } catch (YamlTree.Unreadable e) {
      return new QuizFile(
          name,
          null,
          List.of(
              new Finding(
                  Severity.ERROR,
                  name,
                  e.place.line(),
                  e.place.column(),
                  null,
                  "yaml",
                  String.valueOf(e.getMessage()),
                  "Check indentation, quotes and brackets here and on the line before.")));
    }
    return new QuizFile(name, QuizReader.read(tree.root()), new ArrayList<>());
  }

  /** Whether it can be served. */
  public boolean ok() {
    return quiz != null && findings.stream().noneMatch(Finding::error);
  }
}
