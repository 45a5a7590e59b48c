package app.keypoint.insight.ui;

import app.keypoint.identity.Account;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A new learner, signed in, before the pages about schedulers. */
@ServiceTest
abstract class InsightScreens extends ScreenTest {

  @Autowired ReviewHistory history;
  @Autowired ReviewSettings settings;

  Account learner;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    return learner;
  }
}
