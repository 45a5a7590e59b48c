package app.keypoint.metrics.internal;

import app.keypoint.integrity.DataCheck.State;
import app.keypoint.integrity.LastCheck;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * When a check of the data last left nothing that differs. Differences are worth a look, not a
 * restart, and so is a check that failed: they are {@code DEGRADED}. That nobody has checked yet is
 * no fault.
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
    boolean look = last.state() == State.DIFFERENT || last.state() == State.FAILED;
    health.status(look ? DEGRADED : Status.UP);
    health.withDetail("lastCheck", last.state());
    detail(health, "finishedAt", last.finishedAt());
    health.withDetail("differences", last.differences());
    detail(health, "lastClean", last.lastClean());
  }

  private static void detail(Health.Builder health, String name, @Nullable Instant at) {
    if (at != null) {
      health.withDetail(name, at);
    }
  }
}
