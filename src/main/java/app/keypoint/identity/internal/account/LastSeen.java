package app.keypoint.identity.internal.account;

import app.keypoint.identity.Accounts;
import app.keypoint.identity.signin.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Signing in is being seen. */
@Component
class LastSeen {

  private final Accounts accounts;

  LastSeen(Accounts accounts) {
    this.accounts = accounts;
  }

  @EventListener
  void on(SignedIn event) {
    accounts.seen(event.accountId(), event.at());
  }
}
