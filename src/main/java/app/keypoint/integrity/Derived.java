package app.keypoint.integrity;

import java.util.function.Consumer;

/** What a feature keeps of a learner although it follows from something else. */
public interface Derived {

  /**
   * Tells what is kept and does not follow. Runs in a transaction that sees one moment.
   *
   * @return how many entries it read
   */
  long check(long learnerId, Consumer<Difference> found);

  /** Makes it follow, in a transaction. */
  void repair(long learnerId);
}
