package app.keypoint.quiz.internal;

import app.keypoint.quiz.QuizTaking;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finishes attempts whose learner answered everything and left without pressing Continue on a last
 * answer that they could have overruled.
 */
@Component
@EnableScheduling
class UnfinishedAttempts {

  /** How long a learner has to think about a last answer. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private final StandingRepository standings;
  private final QuizTaking taking;
  private final Clock clock;

  UnfinishedAttempts(StandingRepository standings, QuizTaking taking, Clock clock) {
    this.standings = standings;
    this.taking = taking;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
  void finish() {
    for (StandingEntity standing : standings.unfinishedSince(clock.instant().minus(PATIENCE))) {
      if (standing.openAttemptId != null) {
        taking.finish(standing.learnerId, standing.openAttemptId);
      }
    }
  }
}
