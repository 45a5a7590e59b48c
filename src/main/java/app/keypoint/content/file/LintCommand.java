package app.keypoint.content.file;

import app.keypoint.content.Finding;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code lint FILE...}, for authors of quiz files; see ADR 156. */
public final class LintCommand {

  private static final String USAGE =
      """
      lint [--strict] [--json] FILE...

      Checks quiz files, and translations (NAME.zh-CN.yaml) against the originals beside them.

        --strict   warnings count as errors do
        --json     findings as JSON

      Exit status: 0 nothing to mend, 1 errors, 2 a file cannot be read or the call is wrong.
      """;

  private LintCommand() {}

  /** Checks the files named and ends with the status. */
  public static void main(String[] arguments) {
    System.exit(status(List.of(arguments), System.out, System.err));
  }

  /** As {@link #run}; 2 also when the check itself fails, which is no finding. */
  static int status(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      return run(arguments, out, err);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      err.println("The check failed: " + e);
      return 2;
    }
  }

  /**
   * Checks the files named.
   *
   * @param out takes the findings
   * @param err takes what is wrong with the call
   * @return 0, or 1 for errors (with {@code --strict} for warnings too), or 2 when a file cannot be
   *     read or the call is wrong
   */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Set<String> options = new LinkedHashSet<>();
    Set<String> files = new LinkedHashSet<>();
    arguments.forEach(each -> (each.startsWith("--") ? options : files).add(each));
    if (options.remove("--help")) {
      out.print(USAGE);
      return 0;
    }
    boolean json = options.remove("--json");
    boolean strict = options.remove("--strict");
    if (!options.isEmpty() || files.isEmpty()) {
      options.forEach(option -> err.println(option + " is not known."));
      err.print(USAGE);
      return 2;
    }
    FilesCheck check = FilesCheck.of(new ArrayList<>(files));
    long errors = check.findings().stream().filter(Finding::error).count();
    long warnings = check.findings().size() - errors;
    if (json) {
      out.println(json(files.size(), errors, warnings, check.findings()).toPrettyString());
    } else {
      check.findings().forEach(out::println);
      out.println(
          count(files.size(), "file")
              + ": "
              + count(errors, "error")
              + ", "
              + count(warnings, "warning"));
    }
    out.flush();
    if (check.unreadable() > 0) {
      return 2;
    }
    return errors > 0 || (strict && warnings > 0) ? 1 : 0;
  }

  private static ObjectNode json(int files, long errors, long warnings, List<Finding> findings) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode root = json.objectNode();
    root.put("files", files).put("errors", errors).put("warnings", warnings);
    ArrayNode list = root.putArray("findings");
    for (Finding finding : findings) {
      list.addObject()
          .put("severity", finding.error() ? "error" : "warning")
          .put("file", finding.file())
          .put("line", finding.line())
          .put("column", finding.column())
          .put("question", finding.questionId())
          .put("rule", finding.rule())
          .put("message", finding.message())
          .put("advice", finding.advice());
    }
    return root;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
