package app.keypoint.identity.internal;

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
 * request. Static files are left out: they are public and many.
 */
class EndedSessionFilter extends OncePerRequestFilter {

  private final AccountRepository accounts;

  EndedSessionFilter(AccountRepository accounts) {
    this.accounts = accounts;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith("/VAADIN/build/")
        || path.startsWith("/assets/")
        || path.startsWith("/_static/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null
        && who.getPrincipal() instanceof SignedInUser user
        && !accounts.existsByIdAndSessionVersionAndEnabledTrue(
            user.accountId(), user.sessionVersion())) {
      SecurityContextHolder.clearContext();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
