package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.internal.history.Rescheduling;
import app.keypoint.review.internal.log.AnswerContexts;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.ReviewPreferencesEntity;
import app.keypoint.review.internal.log.ReviewPreferencesRepository;
import app.keypoint.review.internal.log.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class ReviewSettingsService implements ReviewSettings {

  private final ReviewPreferencesRepository preferences;
  private final LogWriter writer;
  private final Rescheduling rescheduling;

  ReviewSettingsService(
      ReviewPreferencesRepository preferences, LogWriter writer, Rescheduling rescheduling) {
    this.preferences = preferences;
    this.writer = writer;
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
    Step step = writer.begin(learner);
    preferences.save(new ReviewPreferencesEntity(learner.id(), chosen));
    return step.scheduler().equals(AnswerContexts.scheduler(chosen))
        ? 0
        : rescheduling.all(step, AnswerContexts.scheduler(chosen));
  }
}
