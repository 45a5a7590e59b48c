package app.keypoint.content.file;

import app.keypoint.content.Finding.Severity;
import app.keypoint.content.Finding;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.format.Report;
import app.keypoint.content.format.SchemaCheck;
import app.keypoint.content.format.YamlTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A translation beside a quiz file, read and checked against its original.
 *
 * @param translation null when its structure is not that of a translation
 * @param findings in the order of the file
 */
public record TranslationFile(
    String name, @Nullable Translation translation, List<Finding> findings) {

  /** Reads and checks a file. Pure, and quick enough for every keystroke. */
  public static TranslationFile parse(String name, String text, ParsedQuiz original) {
    YamlTree tree;
    try {
      tree = YamlTree.read(text);
    } catch (YamlTree.Unreadable e) {
      return new TranslationFile(name, null, List.of(e.finding(name)));
    }
    Report report = new Report(name, tree);
    if (!SchemaCheck.TRANSLATION.check(tree, report).isEmpty()) {
      return new TranslationFile(name, null, report.findings());
    }
    Translation translation = new TranslationReader(tree.root(), original, report).read();
    return new TranslationFile(name, translation, report.findings());
  }

  /** A translation whose original is not there. */
  public static TranslationFile orphan(String name, String original) {
    return new TranslationFile(
        name,
        null,
        List.of(
            new Finding(
                Severity.ERROR,
                name,
                1,
                1,
                null,
                "orphaned-translation",
                "No quiz is served from " + original + ".",
                "Name the file after its original, and mend that first.")));
  }

  /** Whether it can be served. */
  public boolean ok() {
    return translation != null && findings.stream().noneMatch(Finding::error);
  }
}
