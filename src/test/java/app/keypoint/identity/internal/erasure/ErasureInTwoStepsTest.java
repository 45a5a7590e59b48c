package app.keypoint.identity.internal.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.access.PersonalData;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.ErasureRequests;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

/** While an account is erased nobody is in it; if that fails, it is as it was. */
@ServiceTest
class ErasureInTwoStepsTest {

  @Autowired AccountRepository repository;
  @Autowired Accounts accounts;
  @Autowired ErasureRequests erasure;
  @Autowired PasswordEncoder passwords;
  @Autowired AuditTrail audit;
  @Autowired TransactionOperations transaction;
  @Autowired Clock clock;
  @Autowired Fixtures fixtures;

  private Account learner;

  @BeforeEach
  void somebodyAsks() {
    learner = fixtures.learner();
    fixtures.as(learner, () -> erasure.ask(learner.id()));
    fixtures.signIn(fixtures.administrator());
  }

  @Test
  void sessionsHaveEndedBeforeAnythingIsForgotten() {
    erasing(
            () ->
                CompletableFuture.runAsync(
                        () -> {
                          assertThat(accounts.active(learner.id())).isEmpty();
                          assertThatThrownBy(
                                  () -> fixtures.as(learner, () -> erasure.withdraw(learner.id())))
                              .isInstanceOf(AccessDeniedException.class);
                        })
                    .join())
        .carryOut(learner.id());
    assertThat(accounts.require(learner.id()).anonymous()).isTrue();
  }

  @Test
  void whatCannotBeCarriedOutLeavesTheAccountSwitchedOn() {
    assertThatThrownBy(
            () ->
                erasing(
                        () -> {
                          throw new IllegalStateException("The database is busy");
                        })
                    .carryOut(learner.id()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(accounts.active(learner.id()))
        .hasValueSatisfying(
            account -> assertThat(account.username()).isEqualTo(learner.username()));
    assertThat(repository.findById(learner.id()).orElseThrow().erasureAskedAt()).isNotNull();
  }

  private ErasureAdministrationService erasing(Runnable forgetting) {
    PersonalData feature =
        new PersonalData() {
          @Override
          public List<Part> parts() {
            return List.of();
          }

          @Override
          public void forget(long accountId) {
            forgetting.run();
          }
        };
    return new ErasureAdministrationService(
        repository,
        new AllPersonalData(
            new StaticListableBeanFactory(Map.of("feature", feature))
                .getBeanProvider(PersonalData.class)),
        passwords,
        audit,
        transaction,
        clock);
  }
}
