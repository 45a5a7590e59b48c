package app.keypoint.integrity.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.integrity.DataCheck;
import org.springframework.stereotype.Service;

/** The check as administrators have it. */
@Service
@OpenTo(Audience.ADMINISTRATORS)
class DataCheckService implements DataCheck {

  private final DataChecks checks;

  DataCheckService(DataChecks checks) {
    this.checks = checks;
  }

  @Override
  public Report report() {
    return checks.report();
  }

  @Override
  public void start(boolean repair) {
    checks.start(repair, false);
  }

  @Override
  public void cancel() {
    checks.cancel();
  }

  @Override
  public boolean backsUp() {
    return checks.backsUp();
  }
}
