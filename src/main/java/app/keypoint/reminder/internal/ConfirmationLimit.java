package app.keypoint.reminder.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * How many links may be sent: few to one address, so that nobody can be pestered from here, and few
 * for one learner. In memory, for a restart is nobody's to cause.
 */
@Component
class ConfirmationLimit {

  static final int PER_ADDRESS = 3;
  static final int PER_LEARNER = 5;
  static final Duration WINDOW = Duration.ofHours(24);

  private final Cache<String, List<Instant>> addresses = window();
  private final Cache<Long, List<Instant>> learners = window();
  private final Clock clock;

  ConfirmationLimit(Clock clock) {
    this.clock = clock;
  }

  /** Counts a link that is about to be sent; false when it should not be. */
  boolean take(long learnerId, MailAddress address) {
    return take(learners, learnerId, PER_LEARNER)
        && take(addresses, address.text().toLowerCase(Locale.ROOT), PER_ADDRESS);
  }

  private <K> boolean take(Cache<K, List<Instant>> cache, K key, int most) {
    Instant now = clock.instant();
    List<Instant> taken =
        cache
            .asMap()
            .compute(
                key,
                (unused, before) -> {
                  List<Instant> recent = new ArrayList<>(before == null ? List.of() : before);
                  recent.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
                  // One more than allowed says no; more need not be remembered.
                  if (recent.size() > most) {
                    recent.removeLast();
                  }
                  recent.add(now);
                  return recent;
                });
    return taken.size() <= most;
  }

  private static <K> Cache<K, List<Instant>> window() {
    return Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();
  }
}
