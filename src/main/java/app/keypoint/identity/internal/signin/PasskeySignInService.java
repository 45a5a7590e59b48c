package app.keypoint.identity.internal.signin;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.AccountPasskeys;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.internal.session.SignedInUser;
import app.keypoint.identity.signin.PasskeySignIn;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.identity.signin.SignedIn;
import app.keypoint.identity.signin.SignedIn.Means;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;

/** Asks browsers for passkeys and signs in by their answers. */
@Service
@OpenTo(Audience.ANYBODY)
public class PasskeySignInService implements PasskeySignIn {

  private static final String ASKED = PasskeySignInService.class.getName();

  private final AccountRepository accounts;
  private final AccountPasskeys passkeys;
  private final BrowserRequest browser;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PasskeySignInService(
      AccountRepository accounts,
      AccountPasskeys passkeys,
      BrowserRequest browser,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.browser = browser;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public boolean possible() {
    return passkeys.isPossible();
  }

  @Override
  public Optional<String> ask() {
    return browser
        .request()
        .map(
            request -> {
              PublicKeyCredentialRequestOptions challenge = passkeys.challenge();
              request.getSession().setAttribute(ASKED, challenge);
              return passkeys.toJson(challenge);
            });
  }

  /**
   * Signs in by an answer.
   *
   * @throws BadCredentialsException when it is not the answer to what this browser was asked last
   * @throws DisabledException when the passkey's account is switched off
   */
  Authentication signIn(HttpServletRequest request, String answer) {
    try {
      long accountId = passkeys.accountOf(takeChallenge(request), answer);
      AccountEntity account =
          accounts
              .findByIdAndEnabledTrue(accountId)
              .orElseThrow(() -> new DisabledException("Switched off"));
      events.publishEvent(new SignedIn(accountId, clock.instant(), Means.PASSKEY));
      return new SignedInUser(account).authentication();
    } catch (AuthenticationException e) {
      Reason reason = e instanceof DisabledException ? Reason.DISABLED : Reason.PASSKEY;
      events.publishEvent(new SignInFailed(reason, Duration.ZERO));
      audit.record(AuditNote.of(AuditKind.SIGN_IN_FAILED).with(reason));
      throw e;
    }
  }

  private static PublicKeyCredentialRequestOptions takeChallenge(HttpServletRequest request) {
    var session = request.getSession(false);
    Object asked = session == null ? null : session.getAttribute(ASKED);
    if (session == null || !(asked instanceof PublicKeyCredentialRequestOptions challenge)) {
      throw new BadCredentialsException("Nobody asked for a passkey");
    }
    session.removeAttribute(ASKED);
    return challenge;
  }
}
