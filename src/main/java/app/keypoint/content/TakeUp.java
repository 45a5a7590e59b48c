package app.keypoint.content;

/** Has what was just published served at once, rather than when it would be noticed. */
public interface TakeUp {

  /**
   * Takes up what {@link PublishedQuizzes} has now, by transactions of its own: to be called once
   * what was published is committed. Quiz files that change at this very moment are left to the
   * next look, as ever, and so is what was published then.
   */
  void now();
}
