package app.keypoint.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to do about a quiz file.
 *
 * @param file its name within the folder
 * @param line from 1
 * @param column from 1
 * @param pointer JSON pointer to what it is about; empty for the file as a whole
 * @param questionId the question concerned, if it is about one
 * @param rule short stable name, such as {@code duplicate-id}
 * @param message what is the matter
 * @param advice what to do about it
 * @param words what of the quiz the message names, such as a word or another question's id, in the
 *     order of the rule: for whoever words it in another language by its rule
 */
public record Finding(
    Severity severity,
    String file,
    int line,
    int column,
    String pointer,
    @Nullable String questionId,
    String rule,
    String message,
    String advice,
    List<String> words) {

  /** One about the file as a whole. */
  public Finding(
      Severity severity,
      String file,
      int line,
      int column,
      @Nullable String questionId,
      String rule,
      String message,
      String advice) {
    this(severity, file, line, column, "", questionId, rule, message, advice, List.of());
  }

  /** An error: the file as a whole could not be looked into. */
  public static Finding unreadable(String file, String message, String advice) {
    return new Finding(Severity.ERROR, file, 1, 1, null, "unreadable", message, advice);
  }

  /** How bad it is. */
  public enum Severity {
    /** The file is not loaded. */
    ERROR,
    /** The file is loaded; the question could be better. */
    WARNING
  }

  public boolean error() {
    return severity == Severity.ERROR;
  }

  /** On one line, as compilers print it. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s%s: %s %s [%s]"
        .formatted(
            file,
            line,
            column,
            error() ? "error" : "warning",
            questionId == null ? "" : " in " + questionId,
            message,
            advice,
            rule);
  }
}
