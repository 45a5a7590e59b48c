package app.keypoint.cohort.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.transaction.support.TransactionOperations;

/** An instructor with two tabs. */
@ServiceTest
class CohortConflictsTest {

  @Autowired Cohorts cohorts;
  @Autowired CohortRepository repository;
  @Autowired TransactionOperations transaction;
  @Autowired Fixtures fixtures;

  @Test
  void aJoinCodeThatWasReplacedDoesNotComeBackWithARename() {
    Account instructor = fixtures.instructor();
    fixtures.signIn(instructor);
    Cohort cohort = cohorts.create(instructor.id(), "Seminar");
    Runnable renew = () -> cohorts.renewCode(instructor.id(), cohort.id());
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      repository.findById(cohort.id()).orElseThrow().name = "Another name";
                      CompletableFuture.runAsync(
                              DelegatingSecurityContextRunnable.create(renew, null))
                          .join();
                    }))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(cohorts.require(instructor.id(), cohort.id()).joinCode())
        .isNotEqualTo(cohort.joinCode());
  }
}
