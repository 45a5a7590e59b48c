package app.keypoint.content.format;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The blanks of a stem: {@code {{answer}}} or {@code {{answer::hint}}}. */
public final class ClozeSyntax {

  private static final Pattern BLANK = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  private ClozeSyntax() {}

  /** What the blanks hide, hints left out; empty strings where they hide nothing. */
  public static List<String> answers(String stem) {
    return BLANK.matcher(stem).results().map(ClozeSyntax::inside).toList();
  }

  /** What the first blank hides; an empty string when there is none. */
  public static String answer(String stem) {
    return answers(stem).stream().findFirst().orElse("");
  }

  /** The stem with a line for each blank. */
  public static String prompt(String stem) {
    return BLANK.matcher(stem).replaceAll("_____");
  }

  /** Whether braces are left over that belong to no blank. */
  public static boolean unbalanced(String stem) {
    String rest =
        BLANK.matcher(stem).replaceAll(blank -> blank.group(1).contains("{{") ? "{{" : "");
    return rest.contains("{{") || rest.contains("}}");
  }

  private static String inside(MatchResult blank) {
    String inside = blank.group(1);
    int colons = inside.indexOf("::");
    return (colons < 0 ? inside : inside.substring(0, colons)).strip();
  }
}
