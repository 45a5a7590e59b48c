package app.keypoint.identity.internal;

import app.keypoint.identity.AuthenticatorSetup;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.SecondFactors;
import app.keypoint.identity.internal.factor.AuthenticatorApps;
import app.keypoint.identity.internal.factor.Policy;
import app.keypoint.identity.internal.factor.RecoveryCodes;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
class SecondFactorService implements SecondFactors {

  private final AccountRepository accounts;
  private final CurrentAccount current;
  private final Enrolment enrolment;
  private final AuthenticatorApps apps;
  private final RecoveryCodes recoveryCodes;
  private final Policy policy;
  private final PasswordEncoder passwords;
  private final Throttle throttle;
  private final BrowserRequest browser;
  private final TransactionOperations transaction;

  SecondFactorService(
      AccountRepository accounts,
      CurrentAccount current,
      Enrolment enrolment,
      AuthenticatorApps apps,
      RecoveryCodes recoveryCodes,
      Policy policy,
      PasswordEncoder passwords,
      Throttle throttle,
      BrowserRequest browser,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.current = current;
    this.enrolment = enrolment;
    this.apps = apps;
    this.recoveryCodes = recoveryCodes;
    this.policy = policy;
    this.passwords = passwords;
    this.throttle = throttle;
    this.browser = browser;
    this.transaction = transaction;
  }

  @Override
  public Status status(long accountId) {
    AccountEntity account = requireOwn(accountId);
    return new Status(
        apps.since(accountId).orElse(null),
        recoveryCodes.left(accountId),
        policy.requires(account.role));
  }

  @Override
  public AuthenticatorSetup begin(long accountId, String currentPassword) {
    return enrolment.begin(requirePassword(accountId, currentPassword));
  }

  @Override
  public List<String> confirm(long accountId, AuthenticatorSetup setup, String code) {
    requireOwn(accountId);
    List<String> codes = enrolment.complete(accountId, setup, code);
    browser.continueAs(accountId);
    return codes;
  }

  @Override
  public List<String> renewRecoveryCodes(long accountId, String currentPassword) {
    requirePassword(accountId, currentPassword);
    if (apps.since(accountId).isEmpty()) {
      throw new IllegalStateException("Account " + accountId + " has no authenticator app");
    }
    RecoveryCodes.Sheet sheet = recoveryCodes.print();
    recoveryCodes.keep(accountId, sheet);
    return sheet.codes();
  }

  @Override
  public void removeApp(long accountId, String currentPassword) {
    AccountEntity account = requirePassword(accountId, currentPassword);
    if (policy.requires(account.role)) {
      throw new InvalidInput(Map.of(Field.CODE, "identity.problem.factorRequired"));
    }
    transaction.executeWithoutResult(
        status -> {
          apps.remove(accountId);
          recoveryCodes.removeAll(accountId);
          endSessions(accountId);
        });
    browser.continueAs(accountId);
  }

  private void endSessions(long accountId) {
    accounts.findById(accountId).orElseThrow().endSessions();
  }

  private AccountEntity requirePassword(long accountId, String password) {
    AccountEntity account = requireOwn(accountId);
    throttle.beforePassword(account.username, browser.address());
    if (password.length() > AccountRules.LONGEST_PASSWORD
        || !passwords.matches(password, account.passwordHash)) {
      throw new InvalidInput(Map.of(Field.CURRENT_PASSWORD, "identity.problem.currentPassword"));
    }
    throttle.passwordWasRight(account.username, browser.address());
    return account;
  }

  private AccountEntity requireOwn(long accountId) {
    if (current.get().id() != accountId) {
      throw new AccessDeniedException("Not one's own account");
    }
    return accounts.findById(accountId).orElseThrow();
  }
}
