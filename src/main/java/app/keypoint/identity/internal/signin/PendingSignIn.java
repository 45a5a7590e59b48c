package app.keypoint.identity.internal.signin;

import app.keypoint.identity.signin.SecondStep.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in whose password was right and whose second step is due. It is an attribute of a session
 * that is otherwise a stranger's, so there is nothing that such a session has to be kept from.
 *
 * @param sessionVersion of the account when the password was right; a change since then voids it
 */
record PendingSignIn(long accountId, int sessionVersion, Kind kind, Instant until)
    implements Serializable {

  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String ATTRIBUTE = PendingSignIn.class.getName();

  static Optional<PendingSignIn> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof PendingSignIn pending
        ? Optional.of(pending)
        : Optional.empty();
  }

  /** Keeps it in the request's session, under a new id. */
  void begin(HttpServletRequest request) {
    request.getSession().setAttribute(ATTRIBUTE, this);
    request.changeSessionId();
  }

  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }
}
