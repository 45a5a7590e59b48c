package app.keypoint.integrity.internal;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.integrity.DataCheck.BackupNeeded;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** The check on the management port, for {@code script/check-data}. Asks for the operator's key. */
@Component
@WebEndpoint(id = "datacheck")
class DataCheckEndpoint {

  private final DataChecks checks;
  private final OperatorKey key;
  private final AuditTrail audit;

  DataCheckEndpoint(DataChecks checks, OperatorKey key, AuditTrail audit) {
    this.checks = checks;
    this.key = key;
    this.audit = audit;
  }

  /**
   * @param key in the body, so that no log of requests has it
   * @param action state, check, repair, repair-saved or cancel
   */
  @WriteOperation(produces = "text/plain;charset=UTF-8")
  WebEndpointResponse<String> act(String key, String action) {
    if (!this.key.opens(key)) {
      return text(403, OperatorKey.REFUSAL);
    }
    try {
      switch (action) {
        case "state" -> {}
        case "check" -> {
          boolean unused = checks.start(false, false);
        }
        case "repair" -> repair(false);
        case "repair-saved" -> repair(true);
        case "cancel" -> checks.cancel();
        default -> {
          return text(400, "No such action\n");
        }
      }
    } catch (BackupNeeded e) {
      return text(409, e.getMessage() + "\n");
    }
    return text(200, ReportText.of(checks.report()));
  }

  private void repair(boolean saved) {
    if (checks.start(true, saved)) {
      audit.record(AuditNote.of(AuditKind.DATA_REPAIRED).with(AuditWord.OPERATOR));
    }
  }

  private static WebEndpointResponse<String> text(int status, String text) {
    return new WebEndpointResponse<>(text, status);
  }
}
