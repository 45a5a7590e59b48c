package app.keypoint.identity.internal;

import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SignedInAccount implements CurrentAccount {

  private final AccountRepository accounts;

  SignedInAccount(AccountRepository accounts) {
    this.accounts = accounts;
  }

  @Override
  public Account get() {
    Authentication who = authentication();
    return accounts
        .findByUsername(who.getName())
        .filter(account -> account.enabled && isSessionOf(account, who))
        .map(AccountEntity::toAccount)
        .orElseThrow(() -> new AccessDeniedException("This session has ended"));
  }

  @Override
  public boolean mustChoosePassword() {
    return authentication().getPrincipal() instanceof SignedInUser user
        && user.mustChoosePassword();
  }

  private static boolean isSessionOf(AccountEntity account, Authentication who) {
    return !(who.getPrincipal() instanceof SignedInUser user)
        || user.sessionVersion() == account.sessionVersion;
  }

  private static Authentication authentication() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
      throw new AccessDeniedException("Nobody is signed in");
    }
    return who;
  }
}
