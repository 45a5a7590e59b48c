package app.keypoint.identity.internal.session;

import app.keypoint.identity.internal.StaticFileSecurity;
import app.keypoint.identity.internal.caller.Caller;
import app.keypoint.identity.internal.caller.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of an account that was disabled, or whose role or password changed, at its next
 * request, whatever that asks for. Static files never come here (see {@link StaticFileSecurity}).
 */
public class EndedSessionFilter extends OncePerRequestFilter {

  private final Callers callers;

  public EndedSessionFilter(Callers callers) {
    this.callers = callers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && callers.now(who) instanceof Caller.Stranger) {
      SecurityContextHolder.clearContext();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
