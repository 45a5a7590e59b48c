package app.keypoint.integrity.internal;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** A backup on the management port, for {@code script/backup}. Asks for the operator's key. */
@Component
@WebEndpoint(id = "backup")
class BackupEndpoint {

  private final Backup backup;
  private final OperatorKey key;
  private final AuditTrail audit;
  private final Clock clock;

  BackupEndpoint(Backup backup, OperatorKey key, AuditTrail audit, Clock clock) {
    this.backup = backup;
    this.key = key;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Answers when the backup is made.
   *
   * @param key in the body, so that no log of requests has it
   */
  @WriteOperation(produces = "text/plain;charset=UTF-8")
  WebEndpointResponse<String> save(String key) {
    if (!this.key.opens(key)) {
      return text(403, OperatorKey.REFUSAL);
    }
    if (!backup.possible()) {
      return text(409, "This server's database is not H2: use pg_dump\n");
    }
    Path file = backup.save(clock.instant());
    audit.record(AuditNote.of(AuditKind.DATA_SAVED).with(AuditWord.OPERATOR));
    return text(200, "SAVED " + file + "\n");
  }

  private static WebEndpointResponse<String> text(int status, String text) {
    return new WebEndpointResponse<>(text, status);
  }
}
