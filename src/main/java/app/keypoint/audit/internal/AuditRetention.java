package app.keypoint.audit.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets entries that have been kept long enough. */
@Component
class AuditRetention {

  private static final Logger log = LoggerFactory.getLogger(AuditRetention.class);

  private final AuditRepository entries;
  private final Duration keep;
  private final Clock clock;

  /**
   * @param keep at least {@link AppendOnly#SAFE_DAYS} days, during which the database lets nobody
   *     delete
   */
  AuditRetention(
      AuditRepository entries, @Value("${keypoint.audit.keep:365d}") Duration keep, Clock clock) {
    if (keep.compareTo(Duration.ofDays(AppendOnly.SAFE_DAYS + 1)) < 0) {
      throw new IllegalArgumentException(
          "keypoint.audit.keep is "
              + keep.toDays()
              + " days; it has to be more than "
              + AppendOnly.SAFE_DAYS);
    }
    this.entries = entries;
    this.keep = keep;
    this.clock = clock;
  }

  @Scheduled(cron = "0 40 3 * * *")
  @Transactional
  public void purge() {
    Instant before = clock.instant().minus(keep);
    var unused = entries.deleteSeenOlderThan(before);
    int gone = entries.deleteOlderThan(before);
    if (gone > 0) {
      log.info("Forgot {} entries of the audit log after {} days", gone, keep.toDays());
    }
  }
}
