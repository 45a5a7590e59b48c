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
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.AuthenticatorApps;
import app.keypoint.identity.internal.factor.PasskeyStore;
import app.keypoint.identity.internal.factor.Policy;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.signin.PasskeySetup;
import app.keypoint.identity.signin.Passkeys;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
@OpenTo(Audience.ACCOUNTS)
class PasskeyService implements Passkeys {

  private final AccountRepository accounts;
  private final OwnAccount own;
  private final PasskeyEnrolment enrolment;
  private final PasskeyStore store;
  private final AuthenticatorApps apps;
  private final Policy policy;
  private final BrowserRequest browser;
  private final AuditTrail audit;
  private final TransactionOperations transaction;

  PasskeyService(
      AccountRepository accounts,
      OwnAccount own,
      PasskeyEnrolment enrolment,
      PasskeyStore store,
      AuthenticatorApps apps,
      Policy policy,
      BrowserRequest browser,
      AuditTrail audit,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.own = own;
    this.enrolment = enrolment;
    this.store = store;
    this.apps = apps;
    this.policy = policy;
    this.browser = browser;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public boolean possible() {
    return store.isPossible();
  }

  @Override
  public List<Passkey> of(long accountId) {
    own.require(accountId);
    return store.of(accountId);
  }

  @Override
  public PasskeySetup begin(long accountId, String currentPassword, String name) {
    enrolment.requireName(name);
    return enrolment.begin(own.requireWithPassword(accountId, currentPassword));
  }

  @Override
  public void add(long accountId, PasskeySetup setup, String answer, String name) {
    own.require(accountId);
    enrolment.complete(accountId, setup, answer, name);
    browser.continueAs(accountId);
  }

  @Override
  public void remove(long accountId, long passkeyId, String currentPassword) {
    AccountEntity account = own.requireWithPassword(accountId, currentPassword);
    if (policy.requires(account.role())
        && apps.since(accountId).isEmpty()
        && store.count(accountId) == 1) {
      throw new InvalidInput(Map.of(Field.CODE, "identity.problem.factorRequired"));
    }
    transaction.executeWithoutResult(
        status -> {
          store.remove(accountId, passkeyId);
          accounts.findById(accountId).orElseThrow().endSessions();
          audit.record(
              AuditNote.of(AuditKind.SECOND_FACTOR_REMOVED)
                  .by(account.username())
                  .with(AuditWord.PASSKEY));
        });
    browser.continueAs(accountId);
  }
}
