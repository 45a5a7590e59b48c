package app.keypoint.metrics.internal;

import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.LastCheck;
import java.time.Instant;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * When a check of the data last found nothing. Differences are worth a look, not a restart, so they
 * are {@code DEGRADED}; that nobody has checked yet is no fault.
 */
@Component
class DataHealthIndicator extends AbstractHealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final LastCheck checks;

  DataHealthIndicator(LastCheck checks) {
    this.checks = checks;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    LastCheck.Summary last = checks.last();
    health.status(last.state() == State.DIFFERENT ? DEGRADED : Status.UP);
    health.withDetail("lastCheck", last.state());
    detail(health, "finishedAt", last.finishedAt());
    health.withDetail("differences", last.differences());
    detail(health, "lastClean", last.lastClean());
  }

  private static void detail(
      Health.Builder health, String name, @org.jspecify.annotations.Nullable Instant at) {
    if (at != null) {
      health.withDetail(name, at);
    }
  }
}
