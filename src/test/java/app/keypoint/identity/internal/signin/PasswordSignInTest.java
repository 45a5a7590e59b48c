package app.keypoint.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.TooManyAttempts;
import app.keypoint.identity.internal.MovedClock;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.internal.password.OneTimePassword;
import app.keypoint.identity.internal.throttling.Devices;
import app.keypoint.identity.internal.throttling.Throttle;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.identity.signin.SignedIn;
import app.keypoint.identity.signin.SignedIn.Means;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

@ServiceTest
class PasswordSignInTest {

  @Autowired AccountRepository accounts;
  @Autowired Accounts api;
  @Autowired PasswordEncoder encoder;
  @Autowired Devices devices;
  @Autowired SecondSteps secondSteps;
  @Autowired Fixtures fixtures;

  private final MovedClock clock = new MovedClock();
  private final List<Object> events = new ArrayList<>();
  private PasswordSignIn signIn;
  private Account learner;

  @BeforeEach
  void prepare() {
    signIn =
        new PasswordSignIn(
            accounts, encoder, secondSteps, devices, new Throttle(clock), events::add, clock);
    learner = fixtures.learner();
  }

  @Test
  void theRightPasswordSignsIn() {
    Authentication result = attempt(" " + learner.username().toUpperCase(), Fixtures.PASSWORD);
    assertThat(result.isAuthenticated()).isTrue();
    assertThat(result.getName()).isEqualTo(learner.username());
    assertThat(result.getAuthorities()).extracting(Object::toString).contains("ROLE_LEARNER");
    assertThat(events).containsExactly(new SignedIn(learner.id(), clock.instant(), Means.PASSWORD));
  }

  @Test
  void aOneTimePasswordThatNobodyUsedExpires() {
    AccountEntity account = accounts.findById(learner.id()).orElseThrow();
    account.setOneTimePassword(
        encoder.encode("k3fa-9xq2-mm7c"), clock.instant().plus(OneTimePassword.LIFE));
    accounts.save(account);
    assertThat(attempt(learner.username(), "k3fa-9xq2-mm7c").isAuthenticated()).isTrue();
    clock.pass(OneTimePassword.LIFE);
    assertThatThrownBy(() -> attempt(learner.username(), "k3fa-9xq2-mm7c"))
        .isExactlyInstanceOf(BadCredentialsException.class);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameLookTheSame() {
    assertThatThrownBy(() -> attempt(learner.username(), "not the password"))
        .isExactlyInstanceOf(BadCredentialsException.class);
    assertThatThrownBy(() -> attempt("nobody-at-all", "not the password"))
        .isExactlyInstanceOf(BadCredentialsException.class);
    assertThat(events)
        .containsExactly(
            new SignInFailed(Reason.CREDENTIALS, Duration.ZERO),
            new SignInFailed(Reason.CREDENTIALS, Duration.ZERO));
  }

  @Test
  void afterTooManyGuessesEvenTheRightPasswordWaits() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> attempt(learner.username(), "guess"))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> attempt(learner.username(), Fixtures.PASSWORD))
        .isInstanceOf(TooManyAttempts.class);
    assertThat(events).last().isEqualTo(new SignInFailed(Reason.THROTTLED, Duration.ofMinutes(1)));

    clock.pass(Duration.ofMinutes(1));
    assertThat(attempt(learner.username(), Fixtures.PASSWORD).isAuthenticated()).isTrue();
  }

  @Test
  void onlyTheRightPasswordLearnsThatAnAccountIsSwitchedOff() {
    AccountEntity entity = accounts.findById(learner.id()).orElseThrow();
    entity.setEnabled(false);
    accounts.save(entity);
    assertThatThrownBy(() -> attempt(learner.username(), "guess"))
        .isInstanceOf(BadCredentialsException.class);
    assertThatThrownBy(() -> attempt(learner.username(), Fixtures.PASSWORD))
        .isInstanceOf(DisabledException.class);
  }

  @Test
  void beingSeenIsWrittenOnceInAWhile() {
    api.seen(learner.id(), clock.instant());
    var first = clock.instant();
    clock.pass(Accounts.SEEN_STEP.minusSeconds(1));
    api.seen(learner.id(), clock.instant());
    assertThat(api.require(learner.id()).lastSeen()).isEqualTo(first);
    clock.pass(Duration.ofSeconds(2));
    api.seen(learner.id(), clock.instant());
    assertThat(api.require(learner.id()).lastSeen()).isEqualTo(clock.instant());
    api.seen(learner.id(), first);
    assertThat(api.require(learner.id()).lastSeen()).isEqualTo(clock.instant());
  }

  private Authentication attempt(String username, String password) {
    var token = UsernamePasswordAuthenticationToken.unauthenticated(username, password);
    token.setDetails(new WebAuthenticationDetails("192.0.2.1", null));
    return signIn.authenticate(token);
  }
}
