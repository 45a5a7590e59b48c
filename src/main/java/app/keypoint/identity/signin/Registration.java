package app.keypoint.identity.signin;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.TooManyAttempts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/** Lets people make their own accounts, as far as {@code keypoint.registration} allows. */
@Validated
public interface Registration {

  /** Who may register. */
  enum Mode {
    /** Anybody; a join code is welcome and not needed. */
    OPEN,
    /** Whoever has a cohort's join code. */
    CODE,
    /** Nobody: administrators make accounts. */
    CLOSED
  }

  /** Who may register on this server. */
  Mode mode();

  /**
   * Creates a learner, makes it a member of the join code's cohort if there is one, and signs it in
   * to the browser that sent the current request.
   *
   * @throws InvalidInput when something typed is not acceptable
   * @throws TooManyAttempts when this address has tried too often
   * @throws org.springframework.security.access.AccessDeniedException when registration is closed
   */
  Account register(@Valid Form form);

  /**
   * What a newcomer typed.
   *
   * @param joinCode blank for none
   * @param zone where they are, by their browser
   */
  record Form(
      @Size(max = Accounts.MAX_TYPED) String username,
      @Size(max = Accounts.MAX_TYPED) String displayName,
      @Size(max = Accounts.MAX_TYPED) String password,
      @Size(max = Accounts.MAX_TYPED) @Nullable String joinCode,
      ZoneId zone) {}
}
