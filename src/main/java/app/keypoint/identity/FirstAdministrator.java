package app.keypoint.identity;

import java.time.ZoneId;

/** Makes the first administrator of an empty server, by the link that its log shows at start. */
public interface FirstAdministrator {

  /** Whether this token would be accepted now. */
  boolean accepts(String token);

  /**
   * Creates the administrator, makes the token worthless and signs in to the browser that sent the
   * current request.
   *
   * @throws GoneException when the token is not accepted
   * @throws InvalidInput when something typed is not acceptable; the token stays good
   */
  Account create(String token, String username, String displayName, String password, ZoneId zone);
}
