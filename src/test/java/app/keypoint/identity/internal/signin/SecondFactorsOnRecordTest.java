package app.keypoint.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditSearch;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.Codes;
import app.keypoint.identity.signin.SecondFactorAdministration;
import app.keypoint.identity.signin.SecondFactors;
import app.keypoint.identity.signin.SecondStep.Kind;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;

/** Second factors in the audit log: who, what, and no secret. */
@ServiceTest
class SecondFactorsOnRecordTest {

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @Autowired SecondFactors factors;
  @Autowired SecondSteps steps;
  @Autowired SecondFactorAdministration administration;
  @Autowired AuditSearch log;

  @Test
  void settingUpFailingRecoveringAndRemovingAreKept() {
    AsAccount as = new AsAccount(accounts);
    Account administrator = account(Role.ADMINISTRATOR);
    Account learner = account(Role.LEARNER);
    var setup = as.call(learner, () -> factors.begin(learner.id(), Fixtures.PASSWORD));
    String right = Codes.of(setup.secret(), Instant.now(), 0);
    List<String> recovery = as.call(learner, () -> factors.confirm(learner.id(), setup, right));
    try {
      steps.proveByCode(pending(learner), "000000");
    } catch (BadCredentialsException e) {
      // As it should be.
    }
    steps.proveByRecoveryCode(pending(learner), recovery.getFirst());
    List<String> renewed =
        as.call(learner, () -> factors.renewRecoveryCodes(learner.id(), Fixtures.PASSWORD));
    as.run(administrator, () -> administration.remove(learner.id()));
    as.run(administrator, () -> administration.requireOf(Set.of()));

    List<AuditEntry> entries =
        as.call(
            administrator,
            () -> log.page(new AuditSearch.Filter(learner.username(), null, null, null), 0, 50));
    assertThat(entries)
        .extracting(AuditEntry::kind)
        .contains(
            AuditKind.SECOND_FACTOR_ADDED,
            AuditKind.SIGN_IN_FAILED,
            AuditKind.RECOVERY_CODE_USED,
            AuditKind.RECOVERY_CODES_RENEWED,
            AuditKind.SIGNED_IN,
            AuditKind.SECOND_FACTOR_REMOVED);
    assertThat(entries.toString())
        .contains("CODE", "APP", administrator.username())
        .doesNotContain(renewed.getFirst(), setup.secret(), recovery.getFirst(), right, "000000");
  }

  private PendingSignIn pending(Account account) {
    AccountEntity now = accounts.findById(account.id()).orElseThrow();
    return new PendingSignIn(
        account.id(), now.sessionVersion(), Kind.PROVE, Instant.now().plusSeconds(60));
  }

  private Account account(Role role) {
    return fixtures.account(role, new StudyCalendar(ZoneOffset.UTC, 4));
  }
}
