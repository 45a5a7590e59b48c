package app.keypoint.identity.internal.session;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.signin.Sessions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** All sessions of this server that somebody has signed in to. */
@Service
@OpenTo(Audience.ACCOUNTS)
public class OpenSessions implements Sessions {

  private final Map<String, OpenSession> byHandle = new ConcurrentHashMap<>();
  private final CurrentAccount current;
  private final AuditTrail audit;
  private final int most;

  /**
   * @param most how many an account may have at once: each takes memory, used or not
   */
  OpenSessions(
      CurrentAccount current,
      AuditTrail audit,
      @Value("${keypoint.session.of-account:20}") int most) {
    this.current = current;
    this.audit = audit;
    this.most = most;
  }

  @Override
  public List<Session> own() {
    OpenSession asking = asking();
    return mine()
        .map(open -> open.toSession(open == asking))
        .sorted(
            Comparator.comparing(Session::current).thenComparing(Session::lastActive).reversed())
        .toList();
  }

  @Override
  public void end(String handle) {
    end(mine().filter(open -> open.handle().equals(handle)).toList());
  }

  @Override
  public void endOthers() {
    OpenSession asking = asking();
    end(mine().filter(open -> open != asking).toList());
  }

  private void end(List<OpenSession> sessions) {
    if (!sessions.isEmpty()) {
      // Before they end: one of them may be the one that asks.
      audit.record(ended(sessions));
      sessions.forEach(OpenSession::end);
    }
  }

  @OpenTo(Audience.ANYBODY)
  void add(OpenSession session) {
    byHandle.put(session.handle(), session);
    List<OpenSession> tooMany =
        byHandle.values().stream()
            .filter(open -> open.accountId() == session.accountId() && open != session)
            .sorted(Comparator.comparing(OpenSession::lastActive).reversed())
            .skip(most - 1L)
            .toList();
    if (!tooMany.isEmpty()) {
      tooMany.forEach(OpenSession::end);
      AuditNote note = ended(tooMany);
      audit.record(session.owner().map(note::by).orElse(note));
    }
  }

  private static AuditNote ended(List<OpenSession> sessions) {
    return AuditNote.of(AuditKind.SESSIONS_ENDED).with(String.valueOf(sessions.size()));
  }

  @OpenTo(Audience.ANYBODY)
  void remove(OpenSession session) {
    byHandle.remove(session.handle());
  }

  private Stream<OpenSession> mine() {
    long accountId = current.get().id();
    Stream<OpenSession> mine =
        byHandle.values().stream().filter(open -> open.accountId() == accountId);
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof SignedInUser asking
        ? mine.filter(open -> open.goesOn(asking.sessionVersion()))
        : mine;
  }

  private static @Nullable OpenSession asking() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web) {
      var session = web.getRequest().getSession(false);
      return session == null ? null : OpenSession.of(session);
    }
    return null;
  }
}
