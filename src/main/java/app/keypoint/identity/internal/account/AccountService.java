package app.keypoint.identity.internal.account;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.internal.password.OneTimePassword;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Looks accounts up and makes them, for features. */
@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
public class AccountService implements Accounts {

  private final AccountRepository accounts;
  private final PasswordEncoder passwords;
  private final TransactionOperations transaction;
  private final AuditTrail audit;
  private final Clock clock;

  AccountService(
      AccountRepository accounts,
      PasswordEncoder passwords,
      TransactionOperations transaction,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Account require(long accountId) {
    return accounts
        .findById(accountId)
        .map(AccountEntity::toAccount)
        .orElseThrow(() -> new GoneException("account " + accountId));
  }

  @Override
  public Optional<Account> active(long accountId) {
    return accounts.findByIdAndEnabledTrue(accountId).map(AccountEntity::toAccount);
  }

  @Override
  public Map<Long, Account> byIds(Collection<Long> accountIds) {
    return accounts.findAllById(accountIds).stream()
        .map(AccountEntity::toAccount)
        .collect(Collectors.toMap(Account::id, Function.identity()));
  }

  @Override
  public Optional<Account> byUsername(String username) {
    return accounts.findByUsername(AccountRules.normalise(username)).map(AccountEntity::toAccount);
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public Account create(NewAccount account) {
    return create(account, false, _ -> {});
  }

  /**
   * As {@link #create(NewAccount)}, and says whether the password is to be replaced at once.
   *
   * @param also what belongs to it: both, or neither
   */
  @Transactional(propagation = Propagation.NEVER)
  public Account create(NewAccount account, boolean oneTimePassword, Consumer<Account> also) {
    String hash = requireNonNull(passwords.encode(account.password()));
    return transaction.execute(
        _ -> {
          Account made = save(account, hash, oneTimePassword).toAccount();
          also.accept(made);
          return made;
        });
  }

  private AccountEntity save(NewAccount account, String hash, boolean oneTimePassword) {
    String username = AccountRules.normalise(account.username());
    if (accounts.existsByUsername(username)) {
      throw new UsernameTaken(username);
    }
    AccountEntity entity =
        new AccountEntity(
            username,
            account.displayName().strip(),
            hash,
            account.role(),
            account.calendar(),
            account.locale(),
            clock.instant());
    if (oneTimePassword) {
      entity.setOneTimePassword(entity.passwordHash, clock.instant().plus(OneTimePassword.LIFE));
    }
    try {
      accounts.saveAndFlush(entity);
    } catch (DataIntegrityViolationException e) {
      // Somebody took the name since the look above.
      throw new UsernameTaken(username, e);
    }
    audit.record(AuditNote.of(AuditKind.ACCOUNT_CREATED).to(username).with(account.role()));
    return entity;
  }

  @Override
  @Transactional
  public void seen(long accountId, Instant at) {
    accounts.seen(accountId, at, at.minus(SEEN_STEP));
  }
}
