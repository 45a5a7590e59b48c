package app.keypoint.identity.internal.enrolment;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.account.AccountRules;
import app.keypoint.identity.internal.factor.AccountPasskeys;
import app.keypoint.identity.signin.PasskeySetup;
import app.keypoint.identity.signin.Passkeys;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives an account a passkey, whether it is signed in or on the way there. */
@Component
public class PasskeyEnrolment {

  private static final Pattern CONTROL = Pattern.compile("\\p{C}");

  private final AccountRepository accounts;
  private final AccountPasskeys passkeys;
  private final AuditTrail audit;
  private final TransactionOperations transaction;

  PasskeyEnrolment(
      AccountRepository accounts,
      AccountPasskeys passkeys,
      AuditTrail audit,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** A new question for the browser. */
  public PasskeySetup begin(AccountEntity account) {
    return passkeys.ask(account.requireId(), account.username(), account.displayName());
  }

  /** Adds the passkey and ends the account's sessions. */
  public void complete(long accountId, PasskeySetup setup, String answer, String name) {
    requireName(name);
    transaction.executeWithoutResult(
        status -> {
          if (!passkeys.add(accountId, setup, answer, name.strip())) {
            throw new InvalidInput(Map.of(Field.CODE, "identity.problem.passkey"));
          }
          AccountEntity account = accounts.findById(accountId).orElseThrow();
          account.endSessions();
          audit.record(
              AuditNote.of(AuditKind.SECOND_FACTOR_ADDED)
                  .by(account.username())
                  .with(AuditWord.PASSKEY));
        });
  }

  void requireName(String name) {
    boolean fits = name.length() <= Passkeys.LONGEST_NAME && !CONTROL.matcher(name).find();
    new AccountRules()
        .require(!name.isBlank(), Field.DISPLAY_NAME, "identity.problem.required")
        .require(fits, Field.DISPLAY_NAME, "identity.problem.passkeyName")
        .enforce();
  }
}
