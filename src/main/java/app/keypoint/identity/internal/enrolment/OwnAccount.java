package app.keypoint.identity.internal.enrolment;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.account.AccountRules;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.internal.throttling.Throttle;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whether a change of how somebody signs in is asked for by its owner, with the password. */
@Component
public class OwnAccount {

  private final AccountRepository accounts;
  private final CurrentAccount current;
  private final PasswordEncoder passwords;
  private final Throttle throttle;
  private final BrowserRequest browser;
  private final AuditTrail audit;

  OwnAccount(
      AccountRepository accounts,
      CurrentAccount current,
      PasswordEncoder passwords,
      Throttle throttle,
      BrowserRequest browser,
      AuditTrail audit) {
    this.accounts = accounts;
    this.current = current;
    this.passwords = passwords;
    this.throttle = throttle;
    this.browser = browser;
    this.audit = audit;
  }

  /** The account, if it is that of who asks. */
  public AccountEntity require(long accountId) {
    if (current.get().id() != accountId) {
      throw new AccessDeniedException("Not one's own account");
    }
    return accounts.findById(accountId).orElseThrow();
  }

  /** The same, if the password is right too. */
  public AccountEntity requireWithPassword(long accountId, String password) {
    AccountEntity account = require(accountId);
    throttle.beforePassword(account.username(), browser.origin(account.username()));
    if (password.length() > AccountRules.LONGEST_PASSWORD
        || !passwords.matches(password, account.passwordHash())) {
      audit.record(AuditNote.of(AuditKind.PASSWORD_REFUSED).by(account.username()));
      throw new InvalidInput(Map.of(Field.CURRENT_PASSWORD, "identity.problem.currentPassword"));
    }
    throttle.passwordWasRight(account.username(), browser.origin(account.username()));
    return account;
  }
}
