package app.keypoint.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many entries people who are not signed in may cause, lest they fill the disk: what goes
 * beyond is in the log lines alone.
 */
@Component
class StrangerLimit {

  static final int PER_ADDRESS = 100;
  static final int IN_ALL = 5_000;
  static final Duration WINDOW = Duration.ofHours(1);

  private final Map<String, Integer> counts = new HashMap<>();
  private long window;
  private int all;

  /** Counts an entry that a stranger causes; false when it should not be kept. */
  synchronized boolean admits(String address, Instant now) {
    long present = now.getEpochSecond() / WINDOW.toSeconds();
    if (present != window) {
      window = present;
      all = 0;
      counts.clear();
    }
    if (all == IN_ALL || counts.getOrDefault(address, 0) == PER_ADDRESS) {
      return false;
    }
    all++;
    counts.merge(address, 1, Integer::sum);
    return true;
  }
}
