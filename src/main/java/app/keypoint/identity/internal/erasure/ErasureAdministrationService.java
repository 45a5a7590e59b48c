package app.keypoint.identity.internal.erasure;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData.Held;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration.LastAdministrator;
import app.keypoint.identity.ErasureAdministration;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.account.AccountRules;
import app.keypoint.identity.internal.password.OneTimePassword;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ADMINISTRATORS)
class ErasureAdministrationService implements ErasureAdministration {

  private final AccountRepository accounts;
  private final AllPersonalData kept;
  private final PasswordEncoder passwords;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Clock clock;

  ErasureAdministrationService(
      AccountRepository accounts,
      AllPersonalData kept,
      PasswordEncoder passwords,
      AuditTrail audit,
      TransactionOperations transaction,
      Clock clock) {
    this.accounts = accounts;
    this.kept = kept;
    this.passwords = passwords;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public List<Request> requests() {
    return accounts
        .findByErasureAskedAtIsNotNullOrderByErasureAskedAtAscIdAsc(Limit.of(MAX))
        .stream()
        .flatMap(
            account ->
                Stream.ofNullable(account.erasureAskedAt())
                    .map(since -> new Request(account.toAccount(), since)))
        .toList();
  }

  @Override
  public List<Held> heldBy(long accountId) {
    return kept.held(accountId);
  }

  @Override
  @Transactional
  public void handOver(long accountId, String username) {
    AccountEntity account = asking(accountId);
    AccountEntity next =
        accounts
            .findByUsername(AccountRules.normalise(username))
            .filter(one -> one.enabled() && one.role() == Role.INSTRUCTOR)
            .filter(one -> one.requireId() != accountId)
            .orElseThrow(() -> new GoneException("instructor of this name"));
    kept.handOver(account.requireId(), next.requireId());
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public void carryOut(long accountId) {
    String hash = requireNonNull(passwords.encode(OneTimePassword.random()));
    boolean wasEnabled = Boolean.TRUE.equals(transaction.execute(_ -> switchOff(accountId)));
    boolean done = false;
    try {
      transaction.executeWithoutResult(_ -> erase(accountId, hash));
      done = true;
    } finally {
      if (!done && wasEnabled) {
        transaction.executeWithoutResult(_ -> switchOn(accountId));
      }
    }
  }

  /**
   * In a transaction of its own, so that nothing is begun for the account while it is erased.
   *
   * @return whether it was switched on
   */
  private boolean switchOff(long accountId) {
    // Held before anything is read, so that two cannot erase each other.
    List<AccountEntity> administrators =
        accounts.roleOf(accountId).filter(role -> role == Role.ADMINISTRATOR).isPresent()
            ? accounts.lockAdministrators()
            : List.of();
    AccountEntity account = asking(accountId);
    if (account.role() == Role.ADMINISTRATOR && account.enabled() && administrators.size() <= 1) {
      throw new LastAdministrator(accountId);
    }
    requireFree(accountId);
    boolean was = account.enabled();
    if (was) {
      account.setEnabled(false);
      account.endSessions();
    }
    return was;
  }

  private void erase(long accountId, String hash) {
    AccountEntity account = asking(accountId);
    requireFree(accountId);
    audit.record(AuditNote.of(AuditKind.ACCOUNT_ERASED).to(Account.numbered(accountId)));
    kept.forget(accountId);
    account.erase(hash, clock.instant());
  }

  private void switchOn(long accountId) {
    accounts.findByIdAndErasedAtIsNull(accountId).ifPresent(account -> account.setEnabled(true));
  }

  private AccountEntity asking(long accountId) {
    return accounts
        .findByIdAndErasedAtIsNull(accountId)
        .filter(one -> one.erasureAskedAt() != null)
        .orElseThrow(() -> new GoneException("request to erase " + accountId));
  }

  private void requireFree(long accountId) {
    if (!kept.held(accountId).isEmpty()) {
      throw new StillHeld(accountId);
    }
  }
}
