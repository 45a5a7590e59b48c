package app.keypoint.review.internal.log;

/** The part of a day's counters that came with answers brought from elsewhere. */
public record ImportedCount(int answers, int reviews, int remembered, long millis) {

  static final ImportedCount NONE = new ImportedCount(0, 0, 0, 0);

  ImportedCount plus(ImportedCount other) {
    return new ImportedCount(
        answers + other.answers,
        reviews + other.reviews,
        remembered + other.remembered,
        millis + other.millis);
  }

  ImportedCount negated() {
    return new ImportedCount(-answers, -reviews, -remembered, -millis);
  }
}
