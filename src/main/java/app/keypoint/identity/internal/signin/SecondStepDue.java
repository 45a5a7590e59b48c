package app.keypoint.identity.internal.signin;

import org.springframework.security.authentication.AccountStatusException;

/**
 * The password was right, and does not suffice. An account's status rather than a failed attempt,
 * so no other provider is asked.
 */
class SecondStepDue extends AccountStatusException {

  private final PendingSignIn pending;

  SecondStepDue(PendingSignIn pending) {
    super("A second step is due");
    this.pending = pending;
  }

  PendingSignIn pending() {
    return pending;
  }
}
