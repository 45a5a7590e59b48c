package app.keypoint.integrity.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.integrity.DataCheck;
import org.springframework.stereotype.Service;

/** The check as administrators have it. */
@Service
@OpenTo(Audience.ADMINISTRATORS)
class DataCheckService implements DataCheck {

  private final DataChecks checks;
  private final AuditTrail audit;

  DataCheckService(DataChecks checks, AuditTrail audit) {
    this.checks = checks;
    this.audit = audit;
  }

  @Override
  public Report report() {
    return checks.report();
  }

  @Override
  public void start(boolean repair) {
    if (checks.start(repair, false) && repair) {
      audit.record(AuditNote.of(AuditKind.DATA_REPAIRED));
    }
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
