package app.keypoint.interchange;

import java.io.BufferedReader;
import java.io.IOException;

/** What stands between the cells of a file: comma, semicolon or tab. */
final class Separator {

  private static final String KNOWN = ",;\t";

  /** So much is looked at; what stands first counts when there is nothing to choose by. */
  private static final int LOOKED_AT = 10_000;

  private Separator() {}

  /** The one that the first line uses most; it consists of names, which contain none. */
  static char of(BufferedReader text) throws IOException {
    int[] counts = new int[KNOWN.length()];
    text.mark(LOOKED_AT);
    boolean started = false;
    for (int i = 0; i < LOOKED_AT; i++) {
      int c = text.read();
      if (c < 0 || (started && (c == '\n' || c == '\r'))) {
        break;
      }
      started |= !Character.isWhitespace(c);
      int separator = KNOWN.indexOf(c);
      if (separator >= 0) {
        counts[separator]++;
      }
    }
    text.reset();
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return KNOWN.charAt(most);
  }
}
