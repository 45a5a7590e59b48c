package app.keypoint.shell;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Notes who asked for what is not theirs; the screens do not show it, so nobody comes by chance.
 */
final class Refusals {

  private static final Logger log = LoggerFactory.getLogger("app.keypoint.refused");

  private Refusals() {}

  static void log(String where, String reason) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    log.warn("Refused to {} at {}: {}", who == null ? "a stranger" : who.getName(), where, reason);
  }

  static String reason(Throwable refusal) {
    return Objects.requireNonNullElse(refusal.getMessage(), refusal.getClass().getSimpleName());
  }
}
