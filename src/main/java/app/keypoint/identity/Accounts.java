package app.keypoint.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.validation.annotation.Validated;

/** Finds accounts for the other features. */
@Validated
public interface Accounts {

  /** How exact {@link Account#lastSeen} is. */
  Duration SEEN_STEP = Duration.ofMinutes(5);

  /** The longest text that a form about accounts takes; what a field may hold is less. */
  int MAX_TYPED = 1_000;

  /** The most accounts that are asked about in one query. */
  int MAX_AT_ONCE = 30_000;

  /**
   * The account with this id.
   *
   * @throws GoneException when there is none
   */
  Account require(long accountId);

  /** The account with this id, if it may sign in. */
  Optional<Account> active(long accountId);

  /** The accounts with these ids, in one query; an id without an account is left out. */
  Map<Long, Account> byIds(@Size(max = MAX_AT_ONCE) Collection<Long> accountIds);

  /** The account that signs in with this name. */
  Optional<Account> byUsername(@Size(max = MAX_TYPED) String username);

  /**
   * Creates an account as an administrator, the first start or the demo would.
   *
   * @throws IllegalArgumentException when the name is taken or a value is not acceptable
   */
  Account create(@Valid NewAccount account);

  /**
   * Notes that somebody was active, at most once in {@link #SEEN_STEP}, so that it may be called
   * with every answer.
   */
  void seen(long accountId, Instant at);
}
