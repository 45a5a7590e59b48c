package app.keypoint.review.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Reviews of cards that had been learned (an interval of a day or more), and how many were
 * remembered (grade 3 or more).
 */
public record Retention(int remembered, int reviews) {

  public static final Retention NONE = new Retention(0, 0);

  /** 0..1, or null without reviews. */
  public @Nullable Double rate() {
    return reviews == 0 ? null : (double) remembered / reviews;
  }

  /** Without some of them. */
  public Retention minus(Retention some) {
    return new Retention(remembered - some.remembered, reviews - some.reviews);
  }

  public Retention plus(Retention other) {
    return new Retention(remembered + other.remembered, reviews + other.reviews);
  }
}
