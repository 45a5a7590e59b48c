package app.keypoint.metrics.internal;

import app.keypoint.quiz.QuizFinished;
import app.keypoint.quiz.QuizStarted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts quizzes whose start or end was committed. */
@Component
class QuizMeters {

  private final Counter started;
  private final Counter finished;
  private final DistributionSummary scores;

  QuizMeters(MeterRegistry registry) {
    started =
        Counter.builder("keypoint.quizzes.started")
            .description("Attempts at a quiz begun")
            .register(registry);
    finished =
        Counter.builder("keypoint.quizzes.finished")
            .description("Attempts at a quiz finished")
            .register(registry);
    scores =
        DistributionSummary.builder("keypoint.quiz.score")
            .description("Share of marks got in finished attempts, 0 to 100")
            .baseUnit("percent") // a histogram rounds up to whole numbers, so not 0 to 1
            .serviceLevelObjectives(20, 40, 60, 80, 90, 100)
            .register(registry);
  }

  @TransactionalEventListener
  void started(QuizStarted event) {
    started.increment();
  }

  @TransactionalEventListener
  void finished(QuizFinished event) {
    finished.increment();
    if (event.max() > 0) {
      scores.record(100 * event.score() / event.max());
    }
  }
}
