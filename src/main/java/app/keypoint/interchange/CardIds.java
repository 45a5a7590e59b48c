package app.keypoint.interchange;

import java.util.regex.Pattern;

/**
 * Card ids as they stand in a file. What a spreadsheet could run as a formula gets an apostrophe in
 * front, and so does what looks as if it already had: that way each id has one spelling and comes
 * back as it was. Ids that start with none of these characters, and whole numbers, stay the same.
 */
final class CardIds {

  /** With any number of apostrophes, then what starts a formula; -12 is a number. */
  private static final Pattern FORMULA =
      Pattern.compile("'*(?!-\\d+\\z)[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

  private CardIds() {}

  static String written(String id) {
    return mayBeFormula(id) ? "'" + id : id;
  }

  /** The opposite of {@link #written}. */
  static String read(String cell) {
    return cell.startsWith("'") && mayBeFormula(cell) ? cell.substring(1) : cell;
  }

  private static boolean mayBeFormula(String id) {
    return FORMULA.matcher(id).matches();
  }
}
