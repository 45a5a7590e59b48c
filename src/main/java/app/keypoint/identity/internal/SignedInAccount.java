package app.keypoint.identity.internal;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.CurrentAccount;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SignedInAccount implements CurrentAccount {

  private final Accounts accounts;

  SignedInAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Account get() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
      throw new AccessDeniedException("Nobody is signed in");
    }
    return accounts
        .byUsername(who.getName())
        .orElseThrow(() -> new AccessDeniedException("The account no longer exists"));
  }
}
