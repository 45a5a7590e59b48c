package app.keypoint.identity.internal;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class AccountService implements Accounts {

  private final AccountRepository accounts;
  private final PasswordEncoder passwords;
  private final Clock clock;

  AccountService(AccountRepository accounts, PasswordEncoder passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  @Override
  public Account require(long accountId) {
    return accounts
        .findById(accountId)
        .map(AccountEntity::toAccount)
        .orElseThrow(() -> new NoSuchElementException("No account " + accountId));
  }

  @Override
  public Map<Long, Account> byIds(Collection<Long> accountIds) {
    return accounts.findAllById(accountIds).stream()
        .map(AccountEntity::toAccount)
        .collect(Collectors.toMap(Account::id, Function.identity()));
  }

  @Override
  public Optional<Account> byUsername(String username) {
    return accounts.findByUsername(normalise(username)).map(AccountEntity::toAccount);
  }

  @Override
  @Transactional
  public Account create(NewAccount account) {
    String username = normalise(account.username());
    if (accounts.existsByUsername(username)) {
      throw new IllegalArgumentException("The user name " + username + " is taken");
    }
    return accounts
        .save(
            new AccountEntity(
                username,
                account.displayName().strip(),
                passwords.encode(account.password()),
                account.role(),
                account.calendar(),
                account.locale(),
                clock.instant()))
        .toAccount();
  }

  private static String normalise(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }
}
