package app.keypoint.interchange;

import org.jspecify.annotations.Nullable;

/** Whole numbers as programs write them. */
final class WholeNumber {

  /** As many digits as surely fit a long. */
  private static final int DIGITS = 18;

  private WholeNumber() {}

  /**
   * The number that a cell holds, or null. "2.0" is one: that is how table programs write whole
   * numbers of a column in which some are missing.
   */
  static @Nullable Long of(String cell) {
    int end = cell.length();
    int dot = cell.indexOf('.');
    if (dot > 0) {
      for (int i = dot + 1; i < end; i++) {
        if (cell.charAt(i) != '0') {
          return null;
        }
      }
      end = dot;
    }
    int start = cell.startsWith("-") ? 1 : 0;
    if (end - start < 1 || end - start > DIGITS) {
      return null;
    }
    long number = 0;
    for (int i = start; i < end; i++) {
      char digit = cell.charAt(i);
      if (digit < '0' || digit > '9') {
        return null;
      }
      number = number * 10 + digit - '0';
    }
    return start == 1 ? -number : number;
  }
}
