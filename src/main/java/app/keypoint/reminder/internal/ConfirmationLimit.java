package app.keypoint.reminder.internal;

import app.keypoint.access.Buckets;
import java.time.Clock;
import java.time.Duration;
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

  /** After so long all of them may be sent again. */
  static final Duration WINDOW = Duration.ofHours(24);

  private final Buckets<String> addresses;
  private final Buckets<Long> learners;

  ConfirmationLimit(Clock clock) {
    addresses = Buckets.atOnce(PER_ADDRESS, WINDOW, clock);
    learners = Buckets.atOnce(PER_LEARNER, WINDOW, clock);
  }

  /** Counts a link that is about to be sent; false when it should not be. */
  boolean take(long learnerId, MailAddress address) {
    String mailbox = address.text().toLowerCase(Locale.ROOT);
    if (!addresses.take(mailbox).isZero()) {
      return false;
    }
    if (!learners.take(learnerId).isZero()) {
      addresses.giveBack(mailbox);
      return false;
    }
    return true;
  }
}
