package app.keypoint.identity.internal.account;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.password.OneTimePassword;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@Service
@Transactional
@OpenTo(Audience.ADMINISTRATORS)
class AccountAdministrationService implements AccountAdministration {

  private final AccountRepository repository;
  private final AccountService accounts;
  private final CurrentAccount current;
  private final PasswordEncoder passwords;
  private final TransactionOperations transaction;
  private final AuditTrail audit;
  private final Clock clock;

  AccountAdministrationService(
      AccountRepository repository,
      AccountService accounts,
      CurrentAccount current,
      PasswordEncoder passwords,
      TransactionOperations transaction,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.accounts = accounts;
    this.current = current;
    this.passwords = passwords;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Row> page(String search, int page, int size) {
    return repository.search(pattern(search), PageRequest.of(page, size)).stream()
        .map(
            account ->
                new Row(account.toAccount(), account.enabled, account.erasureAskedAt != null))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public int count(String search) {
    return repository.countMatches(pattern(search));
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public String create(String username, String displayName, Role role) {
    String normalised = AccountRules.normalise(username);
    new AccountRules().username(normalised).displayName(displayName).enforce();
    String password = OneTimePassword.random();
    try {
      accounts.create(
          new NewAccount(normalised, displayName, password, role, current.get().calendar(), null),
          true,
          _ -> {});
    } catch (UsernameTaken e) {
      throw new InvalidInput(Map.of(Field.USERNAME, "identity.problem.taken"));
    }
    return password;
  }

  @Override
  public void changeRole(long accountId, Role role) {
    if (role != Role.ADMINISTRATOR) {
      requireAnotherThan(accountId);
    }
    AccountEntity account = require(accountId);
    if (account.role != role) {
      account.role = role;
      account.endSessions();
      audit.record(AuditNote.of(AuditKind.ROLE_CHANGED).to(account.username).with(role));
    }
  }

  @Override
  public void setEnabled(long accountId, boolean enabled) {
    if (!enabled) {
      requireAnotherThan(accountId);
    }
    AccountEntity account = require(accountId);
    if (account.enabled != enabled) {
      account.enabled = enabled;
      account.endSessions();
      audit.record(
          AuditNote.of(enabled ? AuditKind.SWITCHED_ON : AuditKind.SWITCHED_OFF)
              .to(account.username));
    }
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public String resetPassword(long accountId) {
    String password = OneTimePassword.random();
    String hash = requireNonNull(passwords.encode(password));
    transaction.executeWithoutResult(
        _ -> {
          AccountEntity account = require(accountId);
          account.setOneTimePassword(hash, clock.instant().plus(OneTimePassword.LIFE));
          audit.record(AuditNote.of(AuditKind.PASSWORD_RESET).to(account.username));
        });
    return password;
  }

  /** Locks the administrators before anything is read, so that two cannot remove each other. */
  private void requireAnotherThan(long accountId) {
    List<AccountEntity> administrators = repository.lockAdministrators();
    if (administrators.size() == 1 && administrators.getFirst().requireId() == accountId) {
      throw new LastAdministrator(accountId);
    }
  }

  private AccountEntity require(long accountId) {
    return repository
        .findByIdAndErasedAtIsNull(accountId)
        .orElseThrow(() -> new GoneException("account " + accountId));
  }

  private static String pattern(String search) {
    String literal = search.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0");
    return "%" + literal + "%";
  }
}
