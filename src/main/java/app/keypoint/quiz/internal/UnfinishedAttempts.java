package app.keypoint.quiz.internal;

import app.keypoint.quiz.QuizTaking;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finishes attempts whose learner answered everything and left without pressing Continue on a last
 * answer that they could have overruled.
 */
@Component
class UnfinishedAttempts {

  private static final Logger log = LoggerFactory.getLogger(UnfinishedAttempts.class);

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
        finish(standing.learnerId, standing.openAttemptId);
      }
    }
  }

  /** One that fails is tried again at the next run and keeps none of the others waiting. */
  private void finish(long learnerId, long attemptId) {
    try {
      taking.finish(learnerId, attemptId);
    } catch (RuntimeException e) {
      log.error("Attempt {} could not be finished", attemptId, e);
    }
  }
}
