package app.keypoint.integrity.internal;

import app.keypoint.integrity.DataCheck;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The check as administrators have it. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
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
