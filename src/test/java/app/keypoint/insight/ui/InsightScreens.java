package app.keypoint.insight.ui;

import app.keypoint.identity.Account;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A new learner, signed in, before the pages about schedulers. */
@ServiceTest
abstract class InsightScreens extends SpringBrowserlessTest {

  @Autowired Fixtures fixtures;
  @Autowired ReviewHistory history;
  @Autowired ReviewSettings settings;

  Account learner;

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    learner = fixtures.learner();
    fixtures.signIn(learner);
    super.initVaadinEnvironment();
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  /** All that the view says, in one string. */
  String words() {
    return ((Component) getCurrentView()).getElement().getTextRecursively();
  }
}
