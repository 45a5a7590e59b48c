package app.keypoint.cohort.ui;

/** Texts in the reader's language. */
public interface CohortTexts {

  /** The text of a message key with its arguments filled in. */
  String of(String key, Object... arguments);
}
