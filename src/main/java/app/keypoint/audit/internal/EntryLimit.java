package app.keypoint.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many entries people may cause, lest they fill the disk with what nobody can delete: what goes
 * beyond is in the log lines alone, and what must be recorded is refused. Whoever is not signed in
 * is counted by address, and all of them together besides.
 */
@Component
class EntryLimit {

  static final int PER_ADDRESS = 100;
  static final int OF_STRANGERS = 5_000;

  /** More than anybody does by hand, a class of accounts made one after the other included. */
  static final int PER_ACTOR = 2_000;

  static final Duration WINDOW = Duration.ofHours(1);

  private final Map<String, Integer> byAddress = new HashMap<>();
  private final Map<String, Integer> byActor = new HashMap<>();
  private long window;
  private int strangers;

  /** Counts an entry that a stranger causes; false when it should not be kept. */
  synchronized boolean admits(String address, Instant now) {
    begin(now);
    if (strangers == OF_STRANGERS || !take(byAddress, address, PER_ADDRESS)) {
      return false;
    }
    strangers++;
    return true;
  }

  /** The same of somebody who is known by name. */
  synchronized boolean admitsOf(String actor, Instant now) {
    begin(now);
    return take(byActor, actor, PER_ACTOR);
  }

  /** How long it takes until counting begins anew. */
  static Duration left(Instant now) {
    return Duration.ofSeconds(WINDOW.toSeconds() - now.getEpochSecond() % WINDOW.toSeconds());
  }

  private void begin(Instant now) {
    long present = now.getEpochSecond() / WINDOW.toSeconds();
    if (present != window) {
      window = present;
      strangers = 0;
      byAddress.clear();
      byActor.clear();
    }
  }

  private static boolean take(Map<String, Integer> counts, String key, int most) {
    int count = counts.getOrDefault(key, 0);
    if (count == most) {
      return false;
    }
    counts.put(key, count + 1);
    return true;
  }
}
