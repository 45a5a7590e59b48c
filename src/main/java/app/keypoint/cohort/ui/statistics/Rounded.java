package app.keypoint.cohort.ui.statistics;

import org.jspecify.annotations.Nullable;

/** Figures as they are shown, in which nothing little below zero becomes a zero with a minus. */
final class Rounded {

  private static final double DIGITS = 1000;

  private Rounded() {}

  /** Shown with two decimals. */
  static @Nullable Double of(@Nullable Double value) {
    return settled(value, 0.005);
  }

  /** Per cent, shown with one. */
  static @Nullable Double percents(@Nullable Double value) {
    return settled(value, 0.05);
  }

  /** As a format of the bundle shows it. */
  static @Nullable Double as(String format, double value) {
    return format.equals("cohort.percents") ? percents(value) : of(value);
  }

  private static @Nullable Double settled(@Nullable Double value, double least) {
    if (value == null) {
      return null;
    }
    return value > -least && value <= 0 ? 0.0 : Math.round(value * DIGITS) / DIGITS;
  }
}
