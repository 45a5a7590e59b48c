package app.keypoint.audit.internal;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.internal.AuditTrailService.Recorded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes each entry as a line of the logger {@code app.keypoint.audit}, for whoever collects logs:
 * {@code key=value}, texts in quotes with quotes and backslashes escaped, so that nobody can write
 * a line of their own by their name.
 */
@Component
class AuditLines {

  private static final Logger log = LoggerFactory.getLogger("app.keypoint.audit");

  @TransactionalEventListener(fallbackExecution = true)
  void on(Recorded event) {
    if (log.isInfoEnabled()) {
      log.info(line(event.entry()) + (event.kept() ? "" : " kept=false"));
    }
  }

  static String line(AuditEntry entry) {
    return "at="
        + entry.at()
        + " kind="
        + entry.kind()
        + text("actor", entry.actor())
        + text("subject", entry.subject())
        + text("detail", entry.detail().isEmpty() ? null : entry.detail())
        + text("address", entry.address().isEmpty() ? null : entry.address());
  }

  private static String text(String key, @Nullable String value) {
    return value == null
        ? ""
        : " " + key + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
