package app.keypoint.identity.internal.signin;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.account.AccountRules;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.identity.signin.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Records who signed in, who did not and who signed out. Of those who did not, the name is recorded
 * if an account has it: people type passwords into the wrong field.
 */
@Component
class SignInsOnRecord {

  private final AccountRepository accounts;
  private final AuditTrail audit;

  SignInsOnRecord(AccountRepository accounts, AuditTrail audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @EventListener
  void on(SignedIn event) {
    accounts
        .findById(event.accountId())
        .ifPresent(
            account ->
                audit.record(
                    AuditNote.of(AuditKind.SIGNED_IN).by(account.username()).with(event.by())));
  }

  @EventListener
  void on(AbstractAuthenticationFailureEvent event) {
    if (event.getException() instanceof OAuth2AuthenticationException) {
      return; // recorded where the provider's refusals that never come here are recorded as well
    }
    AuditNote note = AuditNote.of(AuditKind.SIGN_IN_FAILED).with(reason(event.getException()));
    String typed = event.getAuthentication().getName();
    if (typed.length() <= AuditNote.MAX_NAME) {
      note =
          accounts
              .findByUsername(AccountRules.normalise(typed))
              .map(account -> account.username())
              .map(note::to)
              .orElse(note);
    }
    audit.record(note);
  }

  @EventListener
  void on(LogoutSuccessEvent event) {
    audit.record(AuditNote.of(AuditKind.SIGNED_OUT).by(event.getAuthentication().getName()));
  }

  private static Reason reason(AuthenticationException failure) {
    return switch (failure) {
      case TooManyAttempts e -> Reason.THROTTLED;
      case DisabledException e -> Reason.DISABLED;
      default -> Reason.CREDENTIALS;
    };
  }
}
