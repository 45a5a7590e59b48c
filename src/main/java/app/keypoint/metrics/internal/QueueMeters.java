package app.keypoint.metrics.internal;

import app.keypoint.review.statistics.QueueSize;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Cards due and overdue over all learners. They are counted when somebody reads the meters, and not
 * again before the count is of a certain age.
 */
@Component
class QueueMeters {

  private final QueueSize queue;
  private final Clock clock;
  private final Duration maxAge;

  private QueueSize.Counts counts = new QueueSize.Counts(0, 0);
  private Instant expires = Instant.MIN;

  QueueMeters(
      MeterRegistry registry,
      QueueSize queue,
      Clock clock,
      @Value("${keypoint.metrics.queue-max-age:1m}") Duration maxAge) {
    this.queue = queue;
    this.clock = clock;
    this.maxAge = maxAge;
    Gauge.builder("keypoint.cards.due", () -> latest().due())
        .description("Cards to be answered now, overdue ones included")
        .register(registry);
    Gauge.builder("keypoint.cards.overdue", () -> latest().overdue())
        .description("Cards whose day was before the present one")
        .register(registry);
  }

  private synchronized QueueSize.Counts latest() {
    Instant now = clock.instant();
    if (!now.isBefore(expires)) {
      counts = queue.now();
      expires = now.plus(maxAge);
    }
    return counts;
  }
}
