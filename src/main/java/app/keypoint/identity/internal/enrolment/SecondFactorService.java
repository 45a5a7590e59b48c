package app.keypoint.identity.internal.enrolment;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.factor.AccountPasskeys;
import app.keypoint.identity.internal.factor.AuthenticatorApps;
import app.keypoint.identity.internal.factor.Policy;
import app.keypoint.identity.internal.factor.RecoveryCodes;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.signin.AuthenticatorSetup;
import app.keypoint.identity.signin.SecondFactors;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
@OpenTo(Audience.ACCOUNTS)
class SecondFactorService implements SecondFactors {

  private final OwnAccount own;
  private final Enrolment enrolment;
  private final AuthenticatorApps apps;
  private final AccountPasskeys passkeys;
  private final RecoveryCodes recoveryCodes;
  private final Policy policy;
  private final BrowserRequest browser;
  private final FactorRemoval removal;
  private final AuditTrail audit;
  private final TransactionOperations transaction;

  SecondFactorService(
      OwnAccount own,
      Enrolment enrolment,
      AuthenticatorApps apps,
      AccountPasskeys passkeys,
      RecoveryCodes recoveryCodes,
      Policy policy,
      BrowserRequest browser,
      FactorRemoval removal,
      AuditTrail audit,
      TransactionOperations transaction) {
    this.own = own;
    this.enrolment = enrolment;
    this.apps = apps;
    this.passkeys = passkeys;
    this.recoveryCodes = recoveryCodes;
    this.policy = policy;
    this.browser = browser;
    this.removal = removal;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public Status status(long accountId) {
    AccountEntity account = own.require(accountId);
    return new Status(
        apps.since(accountId).orElse(null),
        recoveryCodes.left(accountId),
        policy.requires(account.role()) && passkeys.count(accountId) == 0);
  }

  @Override
  public AuthenticatorSetup begin(long accountId, String currentPassword) {
    return enrolment.begin(own.requireWithPassword(accountId, currentPassword));
  }

  @Override
  public List<String> confirm(long accountId, AuthenticatorSetup setup, String code) {
    own.require(accountId);
    List<String> codes = enrolment.complete(accountId, setup, code);
    browser.continueAs(accountId);
    return codes;
  }

  @Override
  public List<String> renewRecoveryCodes(long accountId, String currentPassword) {
    AccountEntity account = own.requireWithPassword(accountId, currentPassword);
    if (apps.since(accountId).isEmpty()) {
      throw new IllegalStateException("Account " + accountId + " has no authenticator app");
    }
    RecoveryCodes.Sheet sheet = recoveryCodes.print();
    transaction.executeWithoutResult(
        _ -> {
          recoveryCodes.keep(accountId, sheet);
          audit.record(AuditNote.of(AuditKind.RECOVERY_CODES_RENEWED).by(account.username()));
        });
    return sheet.codes();
  }

  @Override
  public void removeApp(long accountId, String currentPassword) {
    AccountEntity account = own.requireWithPassword(accountId, currentPassword);
    if (policy.requires(account.role()) && passkeys.count(accountId) == 0) {
      throw new InvalidInput(Map.of(Field.CODE, "identity.problem.factorRequired"));
    }
    removal.remove(
        account,
        accountId,
        AuditWord.APP,
        () -> {
          apps.remove(accountId);
          recoveryCodes.removeAll(accountId);
        });
  }
}
