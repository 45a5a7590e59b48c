package app.keypoint.identity.internal.session;

import app.keypoint.identity.signin.Sessions.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session that somebody has signed in to. Kept in that session, and so gone with it. */
class OpenSession implements HttpSessionBindingListener {

  private static final String ATTRIBUTE = OpenSession.class.getName();
  private static final int LONGEST_BROWSER = 200;

  private final String handle = UUID.randomUUID().toString();
  private final OpenSessions all;
  private final long accountId;
  private final HttpSession session;
  private final Instant since;
  private volatile Instant lastActive;
  private volatile String address;
  private volatile String browser;

  OpenSession(
      OpenSessions all,
      long accountId,
      HttpSession session,
      HttpServletRequest request,
      Instant now) {
    this.all = all;
    this.accountId = accountId;
    this.session = session;
    this.since = now;
    this.lastActive = now;
    this.address = request.getRemoteAddr();
    this.browser = browser(request);
    session.setAttribute(ATTRIBUTE, this);
  }

  static @Nullable OpenSession of(HttpSession session) {
    return session.getAttribute(ATTRIBUTE) instanceof OpenSession open ? open : null;
  }

  /** Notes that somebody uses it. */
  void used(HttpServletRequest request, Instant now) {
    lastActive = now;
    address = request.getRemoteAddr();
    browser = browser(request);
  }

  boolean isOver(Instant now, Duration idle, Duration absolute) {
    return now.isAfter(lastActive.plus(idle)) || now.isAfter(since.plus(absolute));
  }

  long accountId() {
    return accountId;
  }

  /** Whether its owner's sessions were not ended since by a change of the account. */
  boolean goesOn(int sessionVersion) {
    return SessionOwner.of(session)
        .filter(owner -> owner.sessionVersion() == sessionVersion)
        .isPresent();
  }

  /** User name of whoever signed in to it; empty when it has ended. */
  Optional<String> owner() {
    return SessionOwner.of(session).map(SignedInUser::getUsername);
  }

  Instant lastActive() {
    return lastActive;
  }

  String handle() {
    return handle;
  }

  Session toSession(boolean current) {
    return new Session(handle, since, lastActive, address, browser, current);
  }

  void end() {
    try {
      session.invalidate();
    } catch (IllegalStateException e) {
      // It has ended already.
    }
  }

  @Override
  public void valueBound(HttpSessionBindingEvent event) {
    all.add(this);
  }

  @Override
  public void valueUnbound(HttpSessionBindingEvent event) {
    all.remove(this);
  }

  private static String browser(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST_BROWSER));
  }
}
