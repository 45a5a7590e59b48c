package app.keypoint.identity.internal.request;

import app.keypoint.identity.internal.StaticFileSecurity;
import app.keypoint.identity.internal.session.SessionOwner;
import app.keypoint.identity.internal.throttling.Throttle;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has strangers served a few at a time, so that whatever a crowd of them asks for, there are
 * processors left for those who have signed in. What a stranger sends is read before, since it may
 * come slowly.
 */
class StrangersInTurn extends OncePerRequestFilter {

  /** What one is told who came in vain, in seconds. */
  private static final String LATER = "10";

  private final Turns turns;

  StrangersInTurn(Turns turns) {
    this.turns = turns;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SessionOwner.of(request.getSession(false)).isPresent()
        || StaticFileSecurity.serves(request)) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletRequest whole = WholeBody.of(request);
    Optional<Turns.Turn> turn = turn(request);
    if (turn.isEmpty()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, LATER);
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
      return;
    }
    try (Turns.Turn _ = turn.get()) {
      chain.doFilter(whole, response);
    }
  }

  private Optional<Turns.Turn> turn(HttpServletRequest request) {
    try {
      return turns.take(Throttle.network(request.getRemoteAddr()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
