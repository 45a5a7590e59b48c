package app.keypoint.metrics.internal;

import app.keypoint.review.ReviewAnswered;
import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts review answers that were committed. */
@Component
class ReviewMeters {

  private static final Duration[] BUCKETS = {
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(20),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5)
  };

  private final MeterProvider<Counter> reviews;
  private final Timer answerTime;

  ReviewMeters(MeterRegistry registry) {
    reviews =
        Counter.builder("keypoint.reviews")
            .description("Review answers by SM-2 grade, 0 to 5, and kind")
            .withRegistry(registry);
    answerTime =
        Timer.builder("keypoint.review.answer.time")
            .description("From showing a question in review to answering it")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    for (Grade grade : Grade.values()) {
      Arrays.stream(StepKind.values())
          .filter(StepKind::reviewAnswer)
          .forEach(kind -> count(grade, kind));
    }
  }

  @TransactionalEventListener
  void answered(ReviewAnswered answer) {
    count(answer.grade(), answer.kind()).increment();
    answerTime.record(answer.timeTaken());
  }

  private Counter count(Grade grade, StepKind kind) {
    return reviews.withTags(
        "grade", Integer.toString(grade.q()), "kind", kind.name().toLowerCase(Locale.ROOT));
  }
}
