package app.keypoint.authoring;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one part of a quiz.
 *
 * @param before what it says until then; null when it is new or comes back
 * @param after what it says from then on; null when it is retired
 * @param learners how many have the question in review; 0 for other parts
 */
public record ItemChange(
    String itemId,
    ItemKind kind,
    Change change,
    @Nullable ItemBody before,
    @Nullable ItemBody after,
    int learners) {

  /** What becomes of a part of a quiz from one edition to the next. */
  public enum Change {
    /** Nothing. */
    NONE,
    /** Was not there before. */
    NEW,
    /** Other words; of a question, its schedules and statistics go on. */
    WORDING,
    /** A question with other options or another key: schedules go on, statistics start anew. */
    NEW_SERIES,
    /** Changed back to options and key that it had before: schedules and those statistics go on. */
    EARLIER_SERIES,
    /** No longer there; of a question, its cards wait and its history stays. */
    RETIRED,
    /** There again after it was retired, with the cards and the history that it had. */
    RESTORED,
    /** There again with its cards, and with options or a key that it never had. */
    RESTORED_NEW_SERIES
  }
}
