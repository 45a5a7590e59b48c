package app.keypoint.authoring;

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
  /** No longer there; of a question, its cards wait and its history stays. */
  RETIRED,
  /** There again after it was retired, with the cards and the history that it had. */
  RESTORED
}
