package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class ReviewSettingsService implements ReviewSettings {

  private final ReviewPreferencesRepository preferences;
  private final Rescheduling rescheduling;

  ReviewSettingsService(ReviewPreferencesRepository preferences, Rescheduling rescheduling) {
    this.preferences = preferences;
    this.rescheduling = rescheduling;
  }

  @Override
  @Transactional(readOnly = true)
  public ReviewPreferences of(long learnerId) {
    return preferences
        .findById(learnerId)
        .map(ReviewPreferencesEntity::toPreferences)
        .orElse(ReviewPreferences.DEFAULT);
  }

  @Override
  public int change(Account learner, ReviewPreferences chosen) {
    ReviewPreferences before = of(learner.id());
    preferences.save(new ReviewPreferencesEntity(learner.id(), chosen));
    return Moments.scheduler(before).equals(Moments.scheduler(chosen))
        ? 0
        : rescheduling.all(learner, Moments.scheduler(chosen));
  }
}
