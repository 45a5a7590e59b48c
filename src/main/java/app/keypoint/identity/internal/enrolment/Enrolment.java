package app.keypoint.identity.internal.enrolment;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.AppSecret;
import app.keypoint.identity.internal.factor.AuthenticatorApps;
import app.keypoint.identity.internal.factor.RecoveryCodes;
import app.keypoint.identity.signin.AuthenticatorSetup;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives an account its authenticator app, whether it is signed in or on the way there. */
@Component
public class Enrolment {

  private final AccountRepository accounts;
  private final AuthenticatorApps apps;
  private final RecoveryCodes recoveryCodes;
  private final AuditTrail audit;
  private final TransactionOperations transaction;

  Enrolment(
      AccountRepository accounts,
      AuthenticatorApps apps,
      RecoveryCodes recoveryCodes,
      AuditTrail audit,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.apps = apps;
    this.recoveryCodes = recoveryCodes;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** Made here alone, after the password was right. */
  private record Setup(long accountId, AppSecret key, String uri) implements AuthenticatorSetup {
    @Override
    public String secret() {
      return key.base32();
    }

    @Override
    public String toString() {
      return "Setup of account " + accountId;
    }
  }

  /** A new secret, which counts once a code shows that the app has it. */
  public AuthenticatorSetup begin(AccountEntity account) {
    AppSecret secret = AppSecret.random();
    return new Setup(account.requireId(), secret, secret.uri(account.username()));
  }

  /** Makes the app count, ends the account's sessions, and returns its recovery codes. */
  public List<String> complete(long accountId, AuthenticatorSetup setup, String code) {
    if (!(setup instanceof Setup own) || own.accountId() != accountId) {
      throw new AccessDeniedException("Not a set-up of account " + accountId);
    }
    // At once: making the recovery codes takes longer than a code may last.
    long step =
        apps.stepOf(own.key(), code)
            .orElseThrow(() -> new InvalidInput(Map.of(Field.CODE, "identity.problem.code")));
    RecoveryCodes.Sheet sheet = recoveryCodes.print();
    transaction.executeWithoutResult(
        status -> {
          apps.add(accountId, own.key(), step);
          recoveryCodes.keep(accountId, sheet);
          AccountEntity account = accounts.findById(accountId).orElseThrow();
          account.endSessions();
          audit.record(
              AuditNote.of(AuditKind.SECOND_FACTOR_ADDED)
                  .by(account.username())
                  .with(AuditWord.APP));
        });
    return sheet.codes();
  }
}
