package app.keypoint.identity.internal;

import app.keypoint.identity.Unattended;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** Tells who calls, by the account as the database has it now. */
@Component
class Callers {

  private final AccountRepository accounts;

  Callers(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** Whose session this is; its account may have been switched off or changed since it began. */
  Caller now(@Nullable Authentication who) {
    if (who == null) {
      return RequestContextHolder.getRequestAttributes() == null
          ? new Caller.Background()
          : new Caller.Stranger();
    }
    if (Unattended.is(who)) {
      return new Caller.Program();
    }
    return who.getPrincipal() instanceof SignedInUser user
        ? accounts
            .caller(user.accountId(), user.sessionVersion())
            .<Caller>map(caller -> caller)
            .orElseGet(Caller.Stranger::new)
        : new Caller.Stranger();
  }
}
