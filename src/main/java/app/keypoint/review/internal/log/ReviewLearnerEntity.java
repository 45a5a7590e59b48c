package app.keypoint.review.internal.log;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code review_learner}: the lock of all changes to one learner's cards. */
@Entity
@Table(name = "review_learner")
class ReviewLearnerEntity {

  @Id long learnerId;

  /** The number of the latest step; steps that came to nothing leave gaps. */
  long steps;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected ReviewLearnerEntity() {}
}
