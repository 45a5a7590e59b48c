package app.keypoint.identity.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
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

  @RepeatedTest(3)
  void aPasswordResetKeepsTheSwitchOffThatCameWhileItHashed() throws Exception {
    CompletableFuture<String> reset =
        CompletableFuture.supplyAsync(
            () ->
                untilItIsFirst(
                    () ->
                        as.call(administrator, () -> administration.resetPassword(learner.id()))));
    Thread.sleep(15);
    boolean unused =
        untilItIsFirst(
            () -> {
              as.run(administrator, () -> administration.setEnabled(learner.id(), false));
              return true;
            });
    try {
      assertThat(reset.join()).isNotBlank();
    } finally {
      assertThat(entity().enabled).isFalse();
    }
  }

  @Test
  void noPasswordIsHashedWhileATransactionWaits() {
    assertThatThrownBy(() -> transaction.execute(_ -> passwords.encode("battery correct horse")))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Who meets another's change at the very moment of saving is told so, and does it again. */
  private static <T> T untilItIsFirst(Supplier<T> deed) {
    while (true) {
      try {
        return deed.get();
      } catch (OptimisticLockingFailureException e) {
        Thread.onSpinWait();
      }
    }
  }

  private AccountEntity entity() {
    return repository.findById(learner.id()).orElseThrow();
  }

  private void meanwhile(Runnable change) {
    CompletableFuture.runAsync(() -> as.run(administrator, change)).join();
  }
}
