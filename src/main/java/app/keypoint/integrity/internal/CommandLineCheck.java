package app.keypoint.integrity.internal;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.integrity.DataCheck.BackupNeeded;
import app.keypoint.integrity.DataCheck.Report;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs one check when the program is up and ends it: {@code --keypoint.check-data=check}, {@code
 * repair} or {@code repair-saved}. The exit code is 0 when all is well (again), 1 when something
 * differs, 2 when the check did not go through.
 */
@Component
@ConditionalOnProperty("keypoint.check-data")
class CommandLineCheck {

  private final DataChecks checks;
  private final AuditTrail audit;
  private final String action;

  CommandLineCheck(
      DataChecks checks, AuditTrail audit, @Value("${keypoint.check-data}") String action) {
    this.checks = checks;
    this.audit = audit;
    this.action = action;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code = 2;
    try {
      boolean repair = action.startsWith("repair");
      if (checks.start(repair, action.equals("repair-saved")) && repair) {
        audit.record(AuditNote.of(AuditKind.DATA_REPAIRED).with(AuditWord.OPERATOR));
      }
      Report report = checks.finished();
      out.print(ReportText.of(report));
      code =
          switch (report.state()) {
            case CLEAN, REPAIRED -> 0;
            case DIFFERENT -> 1;
            case NEVER, RUNNING, CANCELLED, FAILED -> 2;
          };
    } catch (BackupNeeded e) {
      out.println(e.getMessage());
    }
    int exit = code;
    System.exit(SpringApplication.exit(ready.getApplicationContext(), () -> exit));
  }
}
