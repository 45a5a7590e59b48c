package app.keypoint.identity.internal.enrolment;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.session.BrowserRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a second factor away: other browsers are signed out, and the log says so. */
@Component
class FactorRemoval {

  private final AccountRepository accounts;
  private final BrowserRequest browser;
  private final AuditTrail audit;
  private final TransactionOperations transaction;

  FactorRemoval(
      AccountRepository accounts,
      BrowserRequest browser,
      AuditTrail audit,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.browser = browser;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * Removes in one transaction.
   *
   * @param account whose it is, who removes it
   * @param which what the log calls it
   */
  void remove(AccountEntity account, long accountId, AuditWord which, Runnable removal) {
    transaction.executeWithoutResult(
        _ -> {
          removal.run();
          accounts.findById(accountId).orElseThrow().endSessions();
          audit.record(
              AuditNote.of(AuditKind.SECOND_FACTOR_REMOVED).by(account.username()).with(which));
        });
    browser.continueAs(accountId);
  }
}
