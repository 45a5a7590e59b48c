package app.keypoint.identity;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * What administrators do with accounts; refuses everybody else. Accounts that it changes are signed
 * out at their next request.
 */
@Validated
public interface AccountAdministration {

  /**
   * An account and whether it may sign in.
   *
   * @param asksToBeErased whether its owner wants it erased
   */
  record Row(Account account, boolean enabled, boolean asksToBeErased) {}

  /**
   * Accounts whose user or display name contains a text, by user name; erased ones are not found.
   *
   * @param search in any case; blank for all
   * @param page from 0
   * @param size rows of a page, at least 1
   */
  List<Row> page(@Size(max = Accounts.MAX_TYPED) String search, int page, int size);

  /** How many accounts {@link #page} would go through. */
  int count(@Size(max = Accounts.MAX_TYPED) String search);

  /**
   * Creates an account that signs in with a one-time password.
   *
   * @return the one-time password, shown this once
   * @throws InvalidInput when a name is not acceptable or taken
   */
  String create(
      @Size(max = Accounts.MAX_TYPED) String username,
      @Size(max = Accounts.MAX_TYPED) String displayName,
      Role role);

  /**
   * Changes what an account may do.
   *
   * @throws LastAdministrator when nobody would be left who can administer
   */
  void changeRole(long accountId, Role role);

  /**
   * Lets an account sign in, or no longer.
   *
   * @throws LastAdministrator when nobody would be left who can administer
   */
  void setEnabled(long accountId, boolean enabled);

  /**
   * Gives an account a password that is good for choosing a new one.
   *
   * @return the one-time password, shown this once
   */
  String resetPassword(long accountId);

  /** The change would leave the server without an enabled administrator. */
  class LastAdministrator extends RuntimeException {
    public LastAdministrator(long accountId) {
      super("Account " + accountId + " is the last administrator");
    }
  }
}
