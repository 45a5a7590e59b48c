package app.keypoint.interchange;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Card ids as they stand in a file. What a spreadsheet could run as a formula gets an apostrophe in
 * front, and so does what looks as if it already had: that way each id has one spelling and comes
 * back as it was. Ids that start with none of these characters, and whole numbers, stay the same.
 */
final class CardIds {

  /** With any number of quotes, then what starts a formula; -12 is a number. */
  private static final Pattern FORMULA =
      Pattern.compile("[\"'\\s]*(?!-\\d+\\z)[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

  /** Where a spreadsheet that splits lists elsewhere could see another cell. */
  private static final Pattern PARTS = Pattern.compile("(?<=[;,])");

  private CardIds() {}

  static String written(String id) {
    return eachPart(id, part -> mayBeFormula(part) ? "'" + part : part);
  }

  /** The opposite of {@link #written}. */
  static String read(String cell) {
    return eachPart(
        cell, part -> part.startsWith("'") && mayBeFormula(part) ? part.substring(1) : part);
  }

  private static String eachPart(String text, UnaryOperator<String> change) {
    return PARTS.splitAsStream(text).map(change).collect(Collectors.joining());
  }

  private static boolean mayBeFormula(String id) {
    return FORMULA.matcher(id).matches();
  }
}
