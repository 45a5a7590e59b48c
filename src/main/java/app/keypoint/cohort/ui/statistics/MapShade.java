package app.keypoint.cohort.ui.statistics;

import java.util.stream.IntStream;

/**
 * The shades of a map: the more is retained, the further from the page's own colour. They differ in
 * lightness alone, so that nobody needs to tell hues apart, and each goes with a number.
 */
final class MapShade {

  /** Where each shade begins, in per cent: finer where most figures are. */
  private static final int[] FROM = {0, 20, 40, 60, 70, 80, 90};

  private MapShade() {}

  /** How many there are. */
  static int count() {
    return FROM.length;
  }

  /** The shade of a share as it is shown, from 0. */
  static int of(int percent) {
    int shade = FROM.length - 1;
    while (percent < FROM[shade]) {
      shade--;
    }
    return shade;
  }

  /** What a share, 0..1, is shown as. */
  static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  /** Where each begins, in per cent. */
  static IntStream starts() {
    return IntStream.of(FROM);
  }

  /** The last per cent of a shade. */
  static int last(int shade) {
    return shade == FROM.length - 1 ? 100 : FROM[shade + 1] - 1;
  }
}
