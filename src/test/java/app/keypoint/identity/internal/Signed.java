package app.keypoint.identity.internal;

import app.keypoint.identity.Account;
import app.keypoint.identity.internal.account.AccountRepository;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** Runs a part of a test of another feature as somebody who has signed in. */
public final class Signed {

  private Signed() {}

  public static <T> T in(ApplicationContext context, Account account, Supplier<T> action) {
    return new AsAccount(context.getBean(AccountRepository.class)).call(account, action);
  }
}
