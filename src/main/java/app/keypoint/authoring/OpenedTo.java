package app.keypoint.authoring;

/** For whom a published quiz is. Names are stored. */
public enum OpenedTo {
  /** Nobody yet. */
  NOBODY,
  /** The members of some cohorts. */
  COHORTS,
  /** Everyone with an account. */
  EVERYONE
}
