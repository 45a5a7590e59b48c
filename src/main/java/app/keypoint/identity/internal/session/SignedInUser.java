package app.keypoint.identity.internal.session;

import app.keypoint.identity.internal.account.AccountEntity;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Who a session belongs to, as the account was when the session began. */
public class SignedInUser extends User {

  private final long accountId;
  private final int sessionVersion;

  public SignedInUser(AccountEntity account) {
    super(
        account.username(),
        account.passwordHash(),
        account.enabled(),
        true,
        true,
        true,
        List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
    this.accountId = account.requireId();
    this.sessionVersion = account.sessionVersion();
  }

  /** The user as one who has proved who they are; forgets the password's hash. */
  public Authentication authentication() {
    eraseCredentials();
    return UsernamePasswordAuthenticationToken.authenticated(this, null, getAuthorities());
  }

  /** Whose session it is. */
  public long accountId() {
    return accountId;
  }

  /** Of the account when the session began. */
  public int sessionVersion() {
    return sessionVersion;
  }
}
