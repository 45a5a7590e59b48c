package app.keypoint.identity.internal.session;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Judges its callers itself, in the query that it makes anyway. */
@Component
@OpenTo(Audience.ANYBODY)
class SignedInAccount implements CurrentAccount {

  private final AccountRepository accounts;

  SignedInAccount(AccountRepository accounts) {
    this.accounts = accounts;
  }

  @Override
  public Account get() {
    return entity().toAccount();
  }

  @Override
  public boolean mustChoosePassword() {
    return entity().passwordOneTime();
  }

  private AccountEntity entity() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof SignedInUser user)) {
      throw new AccessDeniedException("Nobody is signed in");
    }
    return accounts
        .findById(user.accountId())
        .filter(account -> account.enabled() && account.sessionVersion() == user.sessionVersion())
        .orElseThrow(() -> new AccessDeniedException("This session has ended"));
  }
}
