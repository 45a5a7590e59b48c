package app.keypoint.identity.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

/** Two who change one account at the same moment: nobody undoes what the other did. */
@ServiceTest
class AccountConflictsTest {

  @Autowired AccountAdministration administration;
  @Autowired Accounts accounts;
  @Autowired AccountRepository repository;
  @Autowired PasswordEncoder passwords;
  @Autowired TransactionOperations transaction;
  @Autowired AccountService own;
  @Autowired CurrentAccount current;
  @Autowired AuditTrail audit;
  @Autowired Clock clock;
  @Autowired Fixtures fixtures;

  private AsAccount as;
  private Account learner;
  private Account administrator;

  @BeforeEach
  void people() {
    as = new AsAccount(repository);
    learner = fixtures.learner();
    administrator = fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
  }

  @Test
  void aSwitchOffIsNotUndoneByWhoeverLookedBefore() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      entity().displayName = "Another name";
                      meanwhile(() -> administration.setEnabled(learner.id(), false));
                    }))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(entity().enabled).isFalse();
    assertThat(entity().displayName).isEqualTo(learner.displayName());
  }

  @Test
  void aChangeOfRoleIsNotUndoneByWhoeverLookedBefore() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      entity().zone = "Asia/Shanghai";
                      meanwhile(() -> administration.changeRole(learner.id(), Role.INSTRUCTOR));
                    }))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(entity().role).isEqualTo(Role.INSTRUCTOR);
  }

  @Test
  void whenSomebodyWasLastSeenIsNoConflictAndStays() {
    Instant seen = Instant.parse("2026-03-02T09:00:00Z");
    transaction.executeWithoutResult(
        _ -> {
          entity().displayName = "Another name";
          CompletableFuture.runAsync(() -> accounts.seen(learner.id(), seen)).join();
        });
    assertThat(entity().displayName).isEqualTo("Another name");
    assertThat(entity().lastSeen).isEqualTo(seen);
  }

  @Test
  void aPasswordResetKeepsTheSwitchOffThatCameWhileItHashed() {
    PasswordEncoder slow =
        new PasswordEncoder() {
          @Override
          public @Nullable String encode(@Nullable CharSequence password) {
            as.run(administrator, () -> administration.setEnabled(learner.id(), false));
            return passwords.encode(password);
          }

          @Override
          public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return passwords.matches(password, hash);
          }
        };
    AccountAdministration resetting =
        new AccountAdministrationService(repository, own, current, slow, transaction, audit, clock);
    assertThat(as.call(administrator, () -> resetting.resetPassword(learner.id()))).isNotBlank();
    assertThat(entity().enabled).isFalse();
  }

  @Test
  void noPasswordIsHashedWhileATransactionWaits() {
    assertThatThrownBy(() -> transaction.execute(_ -> passwords.encode("battery correct horse")))
        .isInstanceOf(IllegalStateException.class);
  }

  private AccountEntity entity() {
    return repository.findById(learner.id()).orElseThrow();
  }

  private void meanwhile(Runnable change) {
    CompletableFuture.runAsync(() -> as.run(administrator, change)).join();
  }
}
