package app.keypoint.review.internal;

/** The part of a day's counters that came with answers brought from elsewhere. */
record Brought(int answers, int reviews, int remembered, long millis) {

  static final Brought NONE = new Brought(0, 0, 0, 0);

  Brought plus(Brought other) {
    return new Brought(
        answers + other.answers,
        reviews + other.reviews,
        remembered + other.remembered,
        millis + other.millis);
  }

  Brought negated() {
    return new Brought(-answers, -reviews, -remembered, -millis);
  }
}
