package app.keypoint.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds accounts for the other features. */
public interface Accounts {

  /**
   * The account with this id.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  Account require(long accountId);

  /** The accounts with these ids, in one query; an id without an account is left out. */
  Map<Long, Account> byIds(Collection<Long> accountIds);

  /** The account that signs in with this name. */
  Optional<Account> byUsername(String username);

  /**
   * Creates an account as an administrator, the first start or the demo would.
   *
   * @throws IllegalArgumentException when the name is taken or a value is not acceptable
   */
  Account create(NewAccount account);
}
