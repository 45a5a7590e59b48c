package app.keypoint.identity.internal;

import app.keypoint.identity.Account;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Runs a part of a test as somebody who has signed in. */
class AsAccount {

  private final AccountRepository accounts;

  AsAccount(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** A session that the account opens now. */
  SecurityContext session(Account account) {
    SignedInUser user = new SignedInUser(accounts.findById(account.id()).orElseThrow());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    return context;
  }

  void run(Account account, Runnable action) {
    in(
        session(account),
        () -> {
          action.run();
          return true;
        });
  }

  <T> T call(Account account, Supplier<T> action) {
    return in(session(account), action);
  }

  static <T> T in(SecurityContext session, Supplier<T> action) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContextHolder.setContext(session);
    try {
      return action.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
