package app.keypoint.interchange;

/**
 * A cell that cannot be taken as it is.
 *
 * @param line the line in the file on which its row starts, from 1
 * @param column the heading that it stands under
 * @param value what it says, shortened
 */
public record CellFinding(long line, String column, String value, Problem problem) {

  /** What is wrong with a cell, and by that what to do about it. */
  public enum Problem {
    CARD_EMPTY,
    CARD_TOO_LONG,
    /** Holds a line break or another character that cannot be shown. */
    CARD_UNPRINTABLE,
    TIME_EMPTY,
    /** Neither a whole number nor ISO 8601 with a time of day. */
    TIME_UNREADABLE,
    /** Read as milliseconds it lies before 2000, read as seconds it does not. */
    TIME_IN_SECONDS,
    /** Too large for milliseconds, right for micro- or nanoseconds. */
    TIME_TOO_FINE,
    /** In scientific notation: a spreadsheet cut off the last digits. */
    TIME_ROUNDED,
    TIME_BEFORE_2000,
    TIME_IN_FUTURE,
    RATING_EMPTY,
    /** Not 1..4. */
    RATING_UNKNOWN,
    /** Not 0..4. */
    STATE_UNKNOWN,
    /** Not a whole number of milliseconds from 0. */
    DURATION_UNREADABLE,
    /** Not one of the three. */
    CONFIDENCE_UNKNOWN,
    /** The row has more cells than the header: a separator in a cell without quotes. */
    CELL_WITHOUT_HEADING
  }

  private static final int SHOWN = 40;

  /** Shortens the value. */
  public CellFinding {
    if (value.codePointCount(0, value.length()) > SHOWN) {
      value = value.substring(0, value.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }
  }
}
