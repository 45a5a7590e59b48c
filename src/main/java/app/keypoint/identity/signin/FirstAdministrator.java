package app.keypoint.identity.signin;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.InvalidInput;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.springframework.validation.annotation.Validated;

/** Makes the first administrator of an empty server, by the link that its log shows at start. */
@Validated
public interface FirstAdministrator {

  /** Whether this token would be accepted now. */
  boolean accepts(@Size(max = Accounts.MAX_TYPED) String token);

  /**
   * Creates the administrator, makes the token worthless and signs in to the browser that sent the
   * current request.
   *
   * @throws GoneException when the token is not accepted
   * @throws InvalidInput when something typed is not acceptable; the token stays good
   */
  Account create(
      @Size(max = Accounts.MAX_TYPED) String token,
      @Size(max = Accounts.MAX_TYPED) String username,
      @Size(max = Accounts.MAX_TYPED) String displayName,
      @Size(max = Accounts.MAX_TYPED) String password,
      ZoneId zone);
}
