package app.keypoint.identity.signin;

import app.keypoint.identity.Role;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.validation.annotation.Validated;

/** What administrators decide about second factors; refuses everybody else. */
@Validated
public interface SecondFactorAdministration {

  /** The roles that may not sign in with a password alone. */
  Set<Role> requiredOf();

  /**
   * Requires a second factor of these roles and of no others, from each person's next sign-in on:
   * who has none then sets one up before anything else.
   *
   * @throws IllegalArgumentException when learners are among them
   */
  void requireOf(@Size(max = 10) Set<Role> roles);

  /** Whether the account has a second factor. */
  boolean has(long accountId);

  /** Takes the second factors and recovery codes of somebody who lost them; signs them out. */
  void remove(long accountId);
}
