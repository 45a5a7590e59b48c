package app.keypoint.identity.internal.session;

import app.keypoint.identity.internal.throttling.Throttle;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a stranger's session be short and one of a bounded number. One that somebody has signed in
 * to ends when it has not been used for a while or is old, however often its page says that it is
 * open.
 */
public class SessionLimits extends OncePerRequestFilter {

  private static final String MARK = SessionLimits.class.getName();

  private final StrangersSessions strangers;
  private final OpenSessions open;
  private final SessionTimes times;
  private final Clock clock;

  public SessionLimits(
      StrangersSessions strangers, OpenSessions open, SessionTimes times, Clock clock) {
    this.strangers = strangers;
    this.open = open;
    this.times = times;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    onSession(request, session -> before(session, request));
    try {
      chain.doFilter(request, response);
    } finally {
      onSession(request, session -> after(session, request));
    }
  }

  private void before(HttpSession session, HttpServletRequest request) {
    OpenSession known = OpenSession.of(session);
    if (known == null) {
      return;
    }
    if (known.isOver(clock.instant(), times.idle(), times.absolute())) {
      known.end();
    } else if (!isHeartbeat(request)) {
      known.used(request, clock.instant());
    }
  }

  private void after(HttpSession session, HttpServletRequest request) {
    boolean marked = session.getAttribute(MARK) != null;
    OpenSession known = OpenSession.of(session);
    SignedInUser owner = SessionOwner.of(session).orElse(null);
    if (owner == null && !marked) {
      String network = Throttle.network(request.getRemoteAddr());
      session.setMaxInactiveInterval(Math.toIntExact(times.stranger().toSeconds()));
      session.setAttribute(MARK, new Mark(strangers, network, session.getId()));
      strangers.opened(network, session.getId(), session);
    } else if (owner != null && (known == null || known.accountId() != owner.accountId())) {
      session.removeAttribute(MARK);
      session.setMaxInactiveInterval(Math.toIntExact(times.idle().toSeconds()));
      var unused = new OpenSession(open, owner.accountId(), session, request, clock.instant());
    }
  }

  /** An open page says every few minutes that it is there, whether or not anybody looks at it. */
  private static boolean isHeartbeat(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && query.contains("v-r=heartbeat");
  }

  private static void onSession(HttpServletRequest request, Consumer<HttpSession> action) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      try {
        action.accept(session);
      } catch (IllegalStateException e) {
        // It ended meanwhile, and so did its limits.
      }
    }
  }

  /** Takes a session out of the count when it ends or when this is removed from it. */
  private record Mark(StrangersSessions strangers, String network, String id)
      implements HttpSessionBindingListener {

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      strangers.closed(network, id);
    }
  }
}
