package app.keypoint.audit;

import java.util.List;

/** What was recorded last, for features that learn from it. */
public interface LastEntries {

  /** The most entries that are told at a time. */
  int MAX = 200;

  /**
   * The last entries of a kind, newest first.
   *
   * @param most how many at most, 1 to {@link #MAX}
   */
  List<AuditEntry> last(AuditKind kind, int most);
}
