package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.picture.PictureViewers;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever began a quiz sees the images of its questions, whomever it is for since. */
@Component
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class PicturesInQuizzes implements PictureViewers {

  private final AttemptRepository attempts;

  PicturesInQuizzes(AttemptRepository attempts) {
    this.attempts = attempts;
  }

  @Override
  public boolean wasAsked(long accountId, Set<String> questionIds, Set<String> quizIds) {
    return attempts.existsByLearnerIdAndQuizIdIn(accountId, quizIds);
  }
}
