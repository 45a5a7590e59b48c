package app.keypoint.identity.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.identity.Account;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.JoinCodes;
import app.keypoint.identity.Role;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.MovedClock;
import app.keypoint.identity.internal.session.BrowserRequest;
import app.keypoint.identity.internal.throttling.Throttle;
import app.keypoint.identity.signin.Registration;
import app.keypoint.identity.signin.Registration.Form;
import app.keypoint.identity.signin.Registration.Mode;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@ServiceTest
class RegistrationTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Autowired AccountService accounts;
  @Autowired AccountRepository repository;
  @Autowired ObjectProvider<JoinCodes> joinCodes;
  @Autowired BrowserRequest browser;
  @Autowired Fixtures fixtures;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;

  private final MovedClock clock = new MovedClock();
  private final String name = "new-" + UUID.randomUUID();
  private Throttle throttle;
  private String code;

  @BeforeEach
  void aCohort() {
    throttle = new Throttle(clock);
    Account instructor = fixtures.instructor();
    code =
        new AsAccount(repository)
            .call(instructor, () -> cohorts.create(instructor.id(), "Seminar"))
            .joinCode()
            .toString();
  }

  @Test
  void openToAnybody() {
    Account made = registration(Mode.OPEN).register(form(name, ""));
    assertThat(made.role()).isEqualTo(Role.LEARNER);
    assertThat(made.calendar().zone()).isEqualTo(SHANGHAI);
    assertThat(made.calendar().rolloverHour()).isEqualTo(4);
    assertThat(accounts.byUsername(name)).map(Account::id).contains(made.id());
    assertThat(memberships.of(made.id())).isEmpty();
  }

  @Test
  void openWithACodeJoinsTheCohort() {
    Account made = registration(Mode.OPEN).register(form(name, code.toLowerCase() + " "));
    assertThat(memberships.of(made.id())).hasSize(1);
  }

  @Test
  void byCodeOnly() {
    assertThat(problem(Mode.CODE, form(name, " ")).getProblems()).containsOnlyKeys(Field.JOIN_CODE);
    assertThat(accounts.byUsername(name)).isEmpty();

    Account made = registration(Mode.CODE).register(form(name, code));
    assertThat(memberships.of(made.id()))
        .singleElement()
        .extracting(Memberships.Membership::cohort)
        .isEqualTo("Seminar");
  }

  @Test
  void aWrongCodeMakesNoAccount() {
    assertThat(problem(Mode.CODE, form(name, "AAAA-AAAA")).getProblems())
        .containsEntry(Field.JOIN_CODE, "identity.problem.joinCode");
    assertThat(problem(Mode.OPEN, form(name, "AAAA-AAAA")).getProblems())
        .containsOnlyKeys(Field.JOIN_CODE);
    assertThat(accounts.byUsername(name)).isEmpty();
  }

  @Test
  void closedToAll() {
    assertThatThrownBy(() -> registration(Mode.CLOSED).register(form(name, code)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aTakenNameIsSaidAtItsField() {
    Account other = fixtures.learner();
    assertThat(problem(Mode.OPEN, form(other.username().toUpperCase(), "")).getProblems())
        .containsOnlyKeys(Field.USERNAME)
        .containsValue("identity.problem.taken");
  }

  @Test
  void codesCannotBeTriedOut() {
    Registration registration = registration(Mode.CODE);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> registration.register(form(name, "AAAA-AAAA")))
          .isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> registration.register(form(name, code)))
        .isInstanceOf(TooManyAttempts.class);
  }

  private InvalidInput problem(Mode mode, Form form) {
    return catchThrowableOfType(InvalidInput.class, () -> registration(mode).register(form));
  }

  private Registration registration(Mode mode) {
    return new RegistrationService(mode, accounts, joinCodes, throttle, browser);
  }

  private static Form form(String username, String code) {
    return new Form(username, "New Comer", Fixtures.PASSWORD, code, SHANGHAI);
  }
}
