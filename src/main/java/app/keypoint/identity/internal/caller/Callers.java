package app.keypoint.identity.internal.caller;

import app.keypoint.access.Unattended;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.session.SignedInUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Tells who calls, by the account as the database has it now. It is read once in a request, and
 * again as soon as any account has changed meanwhile.
 */
@Component
public class Callers {

  private static final String READING = Callers.class.getName();

  private final AccountRepository accounts;

  Callers(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** What was read, of whom, and after how many changes of accounts. */
  private record Reading(@Nullable Authentication who, long changes, Caller caller) {}

  /** Whose session this is; its account may have been switched off or changed since it began. */
  public Caller now(@Nullable Authentication who) {
    if (Unattended.isNow()) {
      return new Caller.Program();
    }
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return who == null ? new Caller.Background() : read(who);
    }
    long changes = AccountEntity.changes();
    if (request.getAttribute(READING, RequestAttributes.SCOPE_REQUEST) instanceof Reading reading
        && reading.who() == who
        && reading.changes() == changes) {
      return reading.caller();
    }
    Caller caller = who == null ? new Caller.Stranger() : read(who);
    request.setAttribute(
        READING, new Reading(who, changes, caller), RequestAttributes.SCOPE_REQUEST);
    return caller;
  }

  private Caller read(Authentication who) {
    return who.getPrincipal() instanceof SignedInUser user
        ? accounts
            .caller(user.accountId(), user.sessionVersion())
            .<Caller>map(caller -> caller)
            .orElseGet(Caller.Stranger::new)
        : new Caller.Stranger();
  }
}
