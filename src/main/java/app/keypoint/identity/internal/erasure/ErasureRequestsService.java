package app.keypoint.identity.internal.erasure;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData.Held;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.ErasureRequests;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class ErasureRequestsService implements ErasureRequests {

  private final AccountRepository accounts;
  private final AllPersonalData kept;
  private final AuditTrail audit;
  private final Clock clock;

  ErasureRequestsService(
      AccountRepository accounts, AllPersonalData kept, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.kept = kept;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Instant> asked(long accountId) {
    return Optional.ofNullable(require(accountId).erasureAskedAt());
  }

  @Override
  public void ask(long accountId) {
    AccountEntity account = require(accountId);
    if (account.erasureAskedAt() == null) {
      account.askErasure(clock.instant());
      audit.record(AuditNote.of(AuditKind.ERASURE_ASKED).to(account.username()));
    }
  }

  @Override
  public void withdraw(long accountId) {
    AccountEntity account = require(accountId);
    if (account.erasureAskedAt() != null) {
      account.withdrawErasure();
      audit.record(AuditNote.of(AuditKind.ERASURE_WITHDRAWN).to(account.username()));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Held> held(long accountId) {
    return kept.held(accountId);
  }

  private AccountEntity require(long accountId) {
    return accounts
        .findByIdAndErasedAtIsNull(accountId)
        .orElseThrow(() -> new GoneException("account " + accountId));
  }
}
