package app.keypoint.identity.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.JoinCodeGuard;
import org.springframework.stereotype.Component;

@Component
@OpenTo(Audience.FEATURES)
class JoinCodeThrottle implements JoinCodeGuard {

  private final Throttle throttle;
  private final BrowserRequest browser;

  JoinCodeThrottle(Throttle throttle, BrowserRequest browser) {
    this.throttle = throttle;
    this.browser = browser;
  }

  @Override
  public void beforeJoinCode(long accountId) {
    throttle.beforeJoinCode(accountId, browser.address());
  }

  @Override
  public void joinCodeWasRight(long accountId) {
    throttle.joinCodeWasRight(accountId, browser.address());
  }
}
