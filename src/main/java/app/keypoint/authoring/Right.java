package app.keypoint.authoring;

/** What somebody may do with a quiz; each includes those before. Names are stored. */
public enum Right {
  /** See what is published, copy it, and open it to one's own cohorts. */
  USE,
  /** Write the draft and publish it. */
  EDIT,
  /** Say who else may, and open it to everyone. Of the author alone. */
  OWN;

  public boolean includes(Right other) {
    return compareTo(other) >= 0;
  }
}
