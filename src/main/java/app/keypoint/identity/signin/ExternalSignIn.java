package app.keypoint.identity.signin;

import app.keypoint.access.Own;
import java.util.Optional;

/** Signing in at a school's own provider (OpenID Connect), where that is configured. */
public interface ExternalSignIn {

  /** Where a browser starts it, relative to the application. */
  String PATH = "sign-in/oidc/school";

  /** What people call the provider; empty when there is none. */
  Optional<String> provider();

  /**
   * Whether an account signs in there, so that its password and second factor are matters of the
   * provider.
   */
  boolean isFor(@Own long accountId);
}
