package app.keypoint.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long answers took, and how many were none. */
final class Latencies {

  private final List<Long> nanos = new ArrayList<>();
  private int errors;

  synchronized void took(long duration, boolean good) {
    nanos.add(duration);
    if (!good) {
      errors++;
    }
  }

  synchronized int count() {
    return nanos.size();
  }

  synchronized int errors() {
    return errors;
  }

  /** What a share of all, from 0 to 1, took at the most. */
  synchronized Duration percentile(double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get(Math.max(0, rank - 1)));
  }

  @Override
  public String toString() {
    return "%,5d messages, p50 %4d ms, p95 %4d ms, p99 %4d ms, worst %4d ms, errors %d"
        .formatted(
            count(),
            percentile(0.5).toMillis(),
            percentile(0.95).toMillis(),
            percentile(0.99).toMillis(),
            percentile(1).toMillis(),
            errors);
  }
}
