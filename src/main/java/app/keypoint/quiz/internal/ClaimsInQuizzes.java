package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.grading.AnswerClaims;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers of attempts, finished or not. */
@Component
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class ClaimsInQuizzes implements AnswerClaims {

  private final AttemptRepository attempts;

  ClaimsInQuizzes(AttemptRepository attempts) {
    this.attempts = attempts;
  }

  @Override
  public List<Claim> about(Collection<Long> versionIds) {
    return attempts.claims(versionIds, Limit.of(MAX_TOLD));
  }
}
