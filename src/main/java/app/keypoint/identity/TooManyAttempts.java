package app.keypoint.identity;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** An attempt that was not looked at, since there were too many before it. */
public class TooManyAttempts extends AuthenticationException {

  private final Duration retryAfter;

  public TooManyAttempts(Duration retryAfter) {
    super("Too many attempts; try again in " + retryAfter);
    this.retryAfter = retryAfter;
  }

  /** How long until the next attempt is looked at; more than zero. */
  public Duration getRetryAfter() {
    return retryAfter;
  }
}
