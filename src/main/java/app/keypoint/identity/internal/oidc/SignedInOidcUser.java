package app.keypoint.identity.internal.oidc;

import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.session.SignedInUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who a session belongs to that a provider opened. Its token is kept for signing out there. */
class SignedInOidcUser extends SignedInUser implements OidcUser {

  private final OidcIdToken token;

  SignedInOidcUser(AccountEntity account, OidcIdToken token) {
    super(account);
    this.token = token;
    eraseCredentials();
  }

  @Override
  public String getName() {
    return getUsername();
  }

  @Override
  public OidcIdToken getIdToken() {
    return token;
  }

  @Override
  public @Nullable OidcUserInfo getUserInfo() {
    return null;
  }

  @Override
  public Map<String, Object> getClaims() {
    return token.getClaims();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return token.getClaims();
  }

  // The account decides who is the same, as for everybody else.

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
