package app.keypoint.identity.internal.enrolment;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.factor.AccountPasskeys;
import app.keypoint.identity.internal.factor.AuthenticatorApps;
import app.keypoint.identity.internal.factor.Policy;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.signin.PasskeySetup;
import app.keypoint.identity.signin.Passkeys;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
@OpenTo(Audience.ACCOUNTS)
class PasskeyService implements Passkeys {

  private final OwnAccount own;
  private final PasskeyEnrolment enrolment;
  private final AccountPasskeys passkeys;
  private final AuthenticatorApps apps;
  private final Policy policy;
  private final BrowserRequest browser;
  private final FactorRemoval removal;

  PasskeyService(
      OwnAccount own,
      PasskeyEnrolment enrolment,
      AccountPasskeys passkeys,
      AuthenticatorApps apps,
      Policy policy,
      BrowserRequest browser,
      FactorRemoval removal) {
    this.own = own;
    this.enrolment = enrolment;
    this.passkeys = passkeys;
    this.apps = apps;
    this.policy = policy;
    this.browser = browser;
    this.removal = removal;
  }

  @Override
  public boolean possible() {
    return passkeys.isPossible();
  }

  @Override
  public List<Passkey> of(long accountId) {
    own.require(accountId);
    return passkeys.of(accountId);
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
        && passkeys.count(accountId) == 1) {
      throw new InvalidInput(Map.of(Field.CODE, "identity.problem.factorRequired"));
    }
    removal.remove(
        account, accountId, AuditWord.PASSKEY, () -> passkeys.remove(accountId, passkeyId));
  }
}
