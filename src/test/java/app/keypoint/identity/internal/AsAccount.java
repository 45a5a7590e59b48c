package app.keypoint.identity.internal;

import app.keypoint.identity.Account;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.session.SignedInUser;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Runs a part of a test as somebody who has signed in. */
public class AsAccount {

  private final AccountRepository accounts;

  public AsAccount(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** A session that the account opens now. */
  public SecurityContext session(Account account) {
    SignedInUser user = new SignedInUser(accounts.findById(account.id()).orElseThrow());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    return context;
  }

  public void run(Account account, Runnable action) {
    in(
        session(account),
        () -> {
          action.run();
          return true;
        });
  }

  public <T> T call(Account account, Supplier<T> action) {
    return in(session(account), action);
  }

  public static <T> T in(SecurityContext session, Supplier<T> action) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContextHolder.setContext(session);
    try {
      return action.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
