package app.keypoint.integrity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks all that is derived against what it follows from. For administrators. */
public interface DataCheck {

  /** So many differences are kept to be shown; all are counted. */
  int SHOWN = 200;

  /** The check that is under way, or else the last one. */
  Report report();

  /**
   * Starts a check; one that is under way goes on instead.
   *
   * @param repair whether to rebuild what differs, after a backup
   * @throws BackupNeeded when the database is one of which no backup can be made here
   */
  void start(boolean repair);

  /** Ends the check that is under way, after the learner that it is at. */
  void cancel();

  /** Whether a backup is made before a repair. */
  boolean backsUp();

  /** Where a check stands. */
  enum State {
    NEVER,
    RUNNING,
    CLEAN,
    DIFFERENT,
    REPAIRED,
    CANCELLED,
    FAILED
  }

  /**
   * What a check says.
   *
   * @param learners how many there are
   * @param done how many were looked at
   * @param entries entries read
   * @param differences how many there are, after a repair those that it left
   * @param rebuilt how many a repair has mended
   * @param first the first {@link #SHOWN} of them; only of a check since the start of the program
   * @param backup the file to which the database was saved before a repair, or null
   * @param failure why it failed, or null
   * @param lastClean when a check last left nothing that differs, or null
   */
  record Report(
      State state,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      int learners,
      int done,
      long entries,
      long differences,
      long rebuilt,
      List<Difference> first,
      @Nullable String backup,
      @Nullable String failure,
      @Nullable Instant lastClean) {}

  /** A repair needs a backup that somebody else has to make. */
  class BackupNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupNeeded() {
      super("Make a backup with pg_dump first; then ask for the repair again with --yes");
    }
  }
}
