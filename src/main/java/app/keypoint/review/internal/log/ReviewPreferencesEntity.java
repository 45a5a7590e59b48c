package app.keypoint.review.internal.log;

import app.keypoint.review.ReviewPreferences;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code review_preferences}: what a learner chose. */
@Entity
@Table(name = "review_preferences")
public class ReviewPreferencesEntity {

  @Id long learnerId;
  int newPerDay;
  @Nullable Integer reviewsPerDay;
  boolean fullScale;
  boolean smoothing;

  @Enumerated(EnumType.STRING)
  ReviewPreferences.Algorithm scheduler;

  double retention;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected ReviewPreferencesEntity() {}

  public ReviewPreferencesEntity(long learnerId, ReviewPreferences preferences) {
    this.learnerId = learnerId;
    this.newPerDay = preferences.newPerDay();
    this.reviewsPerDay = preferences.reviewsPerDay();
    this.fullScale = preferences.fullScale();
    this.smoothing = preferences.smoothing();
    this.scheduler = preferences.algorithm();
    this.retention = preferences.retention();
  }

  public ReviewPreferences toPreferences() {
    return new ReviewPreferences(
        newPerDay, reviewsPerDay, fullScale, smoothing, scheduler, retention);
  }
}
