package app.keypoint.identity.internal.session;

import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.throttling.Devices;
import app.keypoint.identity.internal.throttling.Origin;
import app.keypoint.identity.signin.SignedIn;
import app.keypoint.identity.signin.SignedIn.Means;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The request that this thread answers, if it answers one. */
@Component
public class BrowserRequest {

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final SessionAuthenticationStrategy sessions =
      new CompositeSessionAuthenticationStrategy(
          List.of(
              new ChangeSessionIdAuthenticationStrategy(),
              new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository())));
  private final AccountRepository accounts;
  private final Devices devices;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BrowserRequest(
      AccountRepository accounts, Devices devices, ApplicationEventPublisher events, Clock clock) {
    this.accounts = accounts;
    this.devices = devices;
    this.events = events;
    this.clock = clock;
  }

  /** The network address that it came from; "none" outside of requests. */
  public String address() {
    ServletRequestAttributes attributes = attributes();
    return attributes == null ? "none" : attributes.getRequest().getRemoteAddr();
  }

  /** Where this request comes from, to somebody who says they have this user name. */
  public Origin origin(String username) {
    return new Origin(address(), devices.of(username));
  }

  /** The request itself; empty outside of requests. */
  public Optional<HttpServletRequest> request() {
    return Optional.ofNullable(attributes()).map(ServletRequestAttributes::getRequest);
  }

  /** Signs somebody in to the session of this request, as the sign-in form would. */
  public void signIn(long accountId, Means by) {
    continueAs(accountId);
    events.publishEvent(new SignedIn(accountId, clock.instant(), by));
  }

  /** Renews the session of this request after a change that ends the account's sessions. */
  public void continueAs(long accountId) {
    ServletRequestAttributes attributes = attributes();
    if (attributes == null || attributes.getResponse() == null) {
      return;
    }
    HttpServletRequest request = attributes.getRequest();
    HttpServletResponse response = attributes.getResponse();
    Authentication authentication =
        new SignedInUser(accounts.findById(accountId).orElseThrow()).authentication();
    sessions.onAuthentication(authentication, request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  private static @Nullable ServletRequestAttributes attributes() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? servlet
        : null;
  }
}
