package app.keypoint.table;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text written by others, in files without kinds of cells; docs/adr/0062. */
public final class SpreadsheetText {

  private static final Pattern PARTS = Pattern.compile("(?<=[;,])");
  private static final Pattern FORMULA = Pattern.compile("[\"'\\s]*[=+\\-@\t\r\n＝＋－＠]");

  private SpreadsheetText() {}

  /**
   * The text so that no spreadsheet runs it: what could start a formula gets an apostrophe in
   * front, also where a spreadsheet that splits lists elsewhere sees another cell.
   */
  public static String guarded(String text) {
    return PARTS
        .splitAsStream(text)
        .map(part -> FORMULA.matcher(part).lookingAt() ? "'" + part : part)
        .collect(Collectors.joining());
  }
}
