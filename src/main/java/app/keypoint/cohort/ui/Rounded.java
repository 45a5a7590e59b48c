package app.keypoint.cohort.ui;

/** A figure as it is shown, in which nothing little below zero becomes a zero with a minus. */
final class Rounded {

  private static final double DIGITS = 1000;

  private Rounded() {}

  static double of(double value) {
    double shown = Math.round(value * DIGITS) / DIGITS;
    return Math.abs(shown) < 0.005 ? 0.0 : shown;
  }
}
