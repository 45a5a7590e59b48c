package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.quiz.SureInQuizzes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class SureInQuizzesService implements SureInQuizzes {

  /** No zone and no hour at which days begin is further from UTC. */
  private static final int DAYS_APART = 2;

  private final AttemptRepository attempts;

  SureInQuizzesService(AttemptRepository attempts) {
    this.attempts = attempts;
  }

  @Override
  public List<Answered> since(long learnerId, LocalDate from) {
    Instant ended = from.minusDays(DAYS_APART).atStartOfDay().toInstant(ZoneOffset.UTC);
    return attempts.sureOrRight(learnerId, from, ended);
  }
}
