package app.keypoint.integrity.internal;

import app.keypoint.integrity.DataCheck;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.Difference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a check has come to so far, told by one thread and read by others. */
final class Tally {

  private final Instant startedAt;
  private final List<Difference> first = new ArrayList<>();

  /** How much differs, by learner. */
  private final Map<Long, Long> differing = new LinkedHashMap<>();

  private int learners;
  private int done;
  private long entries;
  private long differences;

  /** How much differed before anything was rebuilt; negative as long as nothing is. */
  private long before = -1;

  private boolean cancelled;
  private @Nullable String backup;
  private @Nullable String failure;

  Tally(Instant startedAt) {
    this.startedAt = startedAt;
  }

  synchronized void begin(int count) {
    learners = count;
  }

  synchronized void found(Difference difference) {
    differences++;
    differing.merge(difference.learnerId(), 1L, Long::sum);
    if (first.size() < DataCheck.SHOWN) {
      first.add(difference);
    }
  }

  synchronized void looked(long read) {
    done++;
    entries += read;
  }

  /**
   * Begins to rebuild, after a backup.
   *
   * @return the learners of whom something differs
   */
  synchronized List<Long> rebuild(@Nullable Path saved) {
    backup = saved == null ? null : saved.toString();
    before = differences;
    return List.copyOf(differing.keySet());
  }

  /** What was rebuilt is looked at again: what was found of a learner before is past. */
  synchronized void again(long learnerId) {
    Long past = differing.remove(learnerId);
    differences -= past == null ? 0 : past;
    first.removeIf(difference -> difference.learnerId() == learnerId);
  }

  synchronized void failed(RuntimeException e) {
    failure = e.toString();
  }

  synchronized void cancel() {
    cancelled = true;
  }

  synchronized boolean cancelled() {
    return cancelled;
  }

  /** How a check ends that went through. */
  synchronized State state() {
    if (cancelled) {
      return State.CANCELLED;
    }
    if (differences > 0) {
      return State.DIFFERENT;
    }
    return before > 0 ? State.REPAIRED : State.CLEAN;
  }

  synchronized Report report(State state, @Nullable Instant at, @Nullable Instant lastClean) {
    return new Report(
        state,
        startedAt,
        at,
        learners,
        done,
        entries,
        differences,
        Math.max(0, before - differences),
        List.copyOf(first),
        backup,
        failure,
        lastClean);
  }
}
