package app.keypoint.identity.internal;

import app.keypoint.identity.Account;
import app.keypoint.identity.internal.account.AccountRepository;
import org.springframework.security.core.context.SecurityContext;

/** Opens sessions without signing in, for tests of other features. */
public class TestSessions {

  private final AsAccount as;

  TestSessions(AccountRepository accounts) {
    this.as = new AsAccount(accounts);
  }

  /** A session that the account opens now. */
  public SecurityContext session(Account account) {
    return as.session(account);
  }
}
