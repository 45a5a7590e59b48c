package app.keypoint.content.file;

import java.io.IOException;
import java.util.List;

/** The command {@code mark FILE [ID...]}, for authors of translations; see ADR 0134. */
public final class MarkCommand {

  private static final String NAME = "mark";

  private MarkCommand() {}

  /** Runs the command if it is this one. */
  public static boolean ran(String... arguments) throws IOException {
    if (arguments.length < 2 || !arguments[0].equals(NAME)) {
      return false;
    }
    TranslationMarks.run(List.of(arguments).subList(1, arguments.length));
    return true;
  }
}
