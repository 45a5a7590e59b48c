package app.keypoint.integrity.internal;

import app.keypoint.integrity.DataCheck;
import app.keypoint.integrity.DataCheck.Report;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.Difference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a check has come to so far, told by one thread and read by others. */
final class Tally {

  private final Instant startedAt;
  private final List<Difference> first = new ArrayList<>();
  private final Set<Long> differing = new LinkedHashSet<>();
  private int learners;
  private int done;
  private long entries;
  private long differences;
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
    differing.add(difference.learnerId());
    if (first.size() < DataCheck.SHOWN) {
      first.add(difference);
    }
  }

  synchronized void looked(long read) {
    done++;
    entries += read;
  }

  synchronized void saved(@Nullable Path file) {
    backup = file == null ? null : file.toString();
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

  /** Learners with a difference. */
  synchronized List<Long> differing() {
    return List.copyOf(differing);
  }

  /** How a check ends that went through. */
  synchronized State state() {
    if (cancelled) {
      return State.CANCELLED;
    }
    return differences == 0 ? State.CLEAN : State.DIFFERENT;
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
        List.copyOf(first),
        backup,
        failure,
        lastClean);
  }
}
