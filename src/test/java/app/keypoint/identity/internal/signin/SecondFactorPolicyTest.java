package app.keypoint.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.Account;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.factor.Codes;
import app.keypoint.identity.internal.session.SignedInUser;
import app.keypoint.identity.signin.SecondFactorAdministration;
import app.keypoint.identity.signin.SecondFactors;
import app.keypoint.identity.signin.SecondStep.Kind;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class SecondFactorPolicyTest {

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @Autowired SecondFactors factors;
  @Autowired SecondSteps steps;
  @Autowired SecondFactorAdministration administration;

  private AsAccount as;
  private Account administrator;

  @BeforeEach
  void prepare() {
    as = new AsAccount(accounts);
    administrator = account(Role.ADMINISTRATOR);
  }

  /** The database is shared by all tests. */
  @AfterEach
  void requireNothing() {
    require(Set.of());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void requiresNothingUntilSomebodySaysSo(Role role) {
    assertThat(due(account(role))).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"INSTRUCTOR", "ADMINISTRATOR"})
  void leadsThoseWithoutOneToSetItUp_andNobodyElse(Role required) {
    require(Set.of(required));
    for (Role role : Role.values()) {
      assertThat(due(account(role)))
          .as("%s when required of %s", role, required)
          .isEqualTo(role == required ? Kind.SET_UP : null);
    }
  }

  @Test
  void whoHasAnAppIsAskedForItsCode_andCannotRemoveIt() {
    Account instructor = account(Role.INSTRUCTOR);
    setUpApp(instructor);
    require(EnumSet.of(Role.INSTRUCTOR, Role.ADMINISTRATOR));
    assertThat(due(instructor)).isEqualTo(Kind.PROVE);
    assertThatThrownBy(
            () -> as.run(instructor, () -> factors.removeApp(instructor.id(), Fixtures.PASSWORD)))
        .isInstanceOf(InvalidInput.class);
    assertThat(as.call(instructor, () -> factors.status(instructor.id())).appSince()).isNotNull();
  }

  @Test
  void anAdministratorRemovesALostOne_whichSignsThatPersonOut() {
    Account learner = account(Role.LEARNER);
    setUpApp(learner);
    int version = accounts.findById(learner.id()).orElseThrow().sessionVersion();
    assertThat(as.call(administrator, () -> administration.has(learner.id()))).isTrue();
    as.run(administrator, () -> administration.remove(learner.id()));
    assertThat(as.call(administrator, () -> administration.has(learner.id()))).isFalse();
    assertThat(due(learner)).isNull();
    assertThat(accounts.findById(learner.id()).orElseThrow().sessionVersion())
        .isGreaterThan(version);
    assertThat(as.call(learner, () -> factors.status(learner.id())).recoveryCodes()).isZero();
  }

  @Test
  void onlyAdministratorsDecide_andNotAboutLearners() {
    Account instructor = account(Role.INSTRUCTOR);
    assertThatThrownBy(() -> as.run(instructor, () -> administration.requireOf(Set.of())))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> as.run(instructor, () -> administration.remove(instructor.id())))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> require(Set.of(Role.LEARNER)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nobodyTouchesTheFactorsOfOthers() {
    Account learner = account(Role.LEARNER);
    Account other = account(Role.LEARNER);
    assertThatThrownBy(() -> as.call(other, () -> factors.status(learner.id())))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> as.call(other, () -> factors.begin(learner.id(), Fixtures.PASSWORD)))
        .isInstanceOf(AccessDeniedException.class);
    var setup = as.call(other, () -> factors.begin(other.id(), Fixtures.PASSWORD));
    assertThatThrownBy(
            () ->
                as.call(learner, () -> factors.confirm(learner.id(), setup, code(setup.secret()))))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void theCurrentPasswordComesFirst() {
    Account learner = account(Role.LEARNER);
    assertThatThrownBy(() -> as.call(learner, () -> factors.begin(learner.id(), "a guess")))
        .isInstanceOf(InvalidInput.class);
    setUpApp(learner);
    assertThatThrownBy(() -> as.run(learner, () -> factors.removeApp(learner.id(), "a guess")))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> as.call(learner, () -> factors.renewRecoveryCodes(learner.id(), "a guess")))
        .isInstanceOf(InvalidInput.class);
  }

  private void setUpApp(Account account) {
    var setup = as.call(account, () -> factors.begin(account.id(), Fixtures.PASSWORD));
    as.call(account, () -> factors.confirm(account.id(), setup, code(setup.secret())));
  }

  private static String code(String secret) {
    return Codes.of(secret, Instant.now(), 0);
  }

  private void require(Set<Role> roles) {
    as.run(administrator, () -> administration.requireOf(roles));
  }

  /** What the account's right password leads to, or null for straight in. */
  private @Nullable Kind due(Account account) {
    try {
      steps.afterPassword(new SignedInUser(accounts.findById(account.id()).orElseThrow()));
      return null;
    } catch (SecondStepDue due) {
      return due.pending().kind();
    }
  }

  private Account account(Role role) {
    return fixtures.account(role, new StudyCalendar(ZoneOffset.UTC, 4));
  }
}
