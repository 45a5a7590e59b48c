package app.keypoint.integrity;

import app.keypoint.integrity.DataCheck.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What monitoring may know of the checks of the data. */
public interface LastCheck {

  /** The last one, whichever process ran it. */
  Summary last();

  /**
   * How it went, without anything of a learner.
   *
   * @param finishedAt null as long as there was none
   * @param lastClean when one last left nothing that differs, or null
   */
  record Summary(
      State state, @Nullable Instant finishedAt, long differences, @Nullable Instant lastClean) {}
}
