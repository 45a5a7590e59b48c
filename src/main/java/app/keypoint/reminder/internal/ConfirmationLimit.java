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

  private static final int MOST_KEYS = 100_000;

  private final Cache<Object, List<Instant>> sent =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterWrite(WINDOW).build();

  private final Clock clock;

  ConfirmationLimit(Clock clock) {
    this.clock = clock;
  }

  /** Counts a link that is about to be sent; false when it should not be. */
  synchronized boolean take(long learnerId, MailAddress address) {
    Instant now = clock.instant();
    String mailbox = address.text().toLowerCase(Locale.ROOT);
    List<Instant> toAddress = recent(mailbox, now);
    List<Instant> ofLearner = recent(learnerId, now);
    if (toAddress.size() >= PER_ADDRESS || ofLearner.size() >= PER_LEARNER) {
      return false;
    }
    toAddress.add(now);
    ofLearner.add(now);
    sent.put(mailbox, toAddress);
    sent.put(learnerId, ofLearner);
    return true;
  }

  private List<Instant> recent(Object key, Instant now) {
    List<Instant> before = sent.getIfPresent(key);
    List<Instant> recent = new ArrayList<>(before == null ? List.of() : before);
    recent.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
    return recent;
  }
}
