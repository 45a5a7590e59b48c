package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.grading.AnswerClaims;
import app.keypoint.review.internal.log.LogRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers of reviews, drills and practice. */
@Component
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class ClaimsInReviews implements AnswerClaims {

  private final LogRepository log;

  ClaimsInReviews(LogRepository log) {
    this.log = log;
  }

  @Override
  public List<Claim> about(Collection<Long> versionIds) {
    return log.claims(versionIds, Limit.of(MAX_TOLD));
  }
}
