package app.keypoint.identity.internal.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keypoint.identity.TooManyAttempts;
import app.keypoint.identity.internal.MovedClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final String HOME = "192.0.2.1";

  private final MovedClock clock = new MovedClock();
  private final Throttle throttle = new Throttle(clock);

  @Test
  void fiveGuessesAtAnAccountThenOneAMinute() {
    guess(5, "ada", HOME);
    TooManyAttempts refused =
        catchThrowableOfType(
            TooManyAttempts.class, () -> throttle.beforePassword("ada", Origin.strange(HOME)));
    assertThat(refused.getRetryAfter()).isEqualTo(Duration.ofMinutes(1));

    clock.pass(refused.getRetryAfter());
    guess(1, "ada", HOME);
    refused("ada", HOME);
  }

  @Test
  void aRefusedAttemptDoesNotLengthenTheWait() {
    guess(5, "ada", HOME);
    for (int i = 0; i < 100; i++) {
      refused("ada", HOME);
    }
    clock.pass(Duration.ofMinutes(1));
    guess(1, "ada", HOME);
  }

  @Test
  void nobodyWaitsForGood() {
    guess(5, "ada", HOME);
    for (int i = 0; i < 1000; i++) {
      guessAnyway("ada", "198.51.100." + i % 250);
    }
    clock.pass(Duration.ofHours(1));
    guess(1, "ada", HOME);
  }

  @Test
  void rightPasswordsCostNothing() {
    for (int i = 0; i < 1000; i++) {
      throttle.beforePassword("ada", Origin.strange(HOME));
      throttle.passwordWasRight("ada", Origin.strange(HOME));
    }
  }

  @Test
  void guessesFromManyPlacesCountTogether() {
    for (int i = 0; i < 20; i++) {
      guess(1, "ada", "198.51.100." + i);
    }
    refused("ada", "198.51.100.99");
    assertThatCode(() -> throttle.beforePassword("grace", Origin.strange("198.51.100.99")))
        .doesNotThrowAnyException();
  }

  @Test
  void whereTheAccountSignedInBeforeOthersGuessesDoNotCount() {
    throttle.beforePassword("ada", Origin.strange(HOME));
    throttle.passwordWasRight("ada", Origin.strange(HOME));
    for (int i = 0; i < 200; i++) {
      guessAnyway("ada", "198.51.100." + i);
    }
    refused("ada", "203.0.113.7");
    assertThatCode(() -> throttle.beforePassword("ada", Origin.strange(HOME)))
        .doesNotThrowAnyException();
  }

  @Test
  void oneAddressCannotTryManyAccounts() {
    for (int i = 0; i < 50; i++) {
      guess(1, "account" + i, HOME);
    }
    refused("another", HOME);
    clock.pass(Duration.ofSeconds(12));
    guess(1, "another", HOME);
  }

  @Test
  void aRefusalAtOneBucketLeavesTheOthersFull() {
    guess(5, "ada", HOME);
    for (int i = 0; i < 60; i++) {
      refused("ada", HOME);
    }
    assertThatCode(() -> throttle.beforePassword("grace", Origin.strange(HOME)))
        .doesNotThrowAnyException();
    assertThatCode(() -> throttle.beforePassword("ada", Origin.strange("198.51.100.1")))
        .doesNotThrowAnyException();
  }

  @Test
  void anIpv6NetworkIsOneAddress() {
    assertThat(Throttle.network("2001:db8:1:2:aaaa::1"))
        .isEqualTo(Throttle.network("2001:db8:1:2:bbbb::2"))
        .isNotEqualTo(Throttle.network("2001:db8:1:3::1"));
    assertThat(Throttle.network("::ffff:192.0.2.1")).isNotEqualTo(Throttle.network("::1"));
  }

  @Test
  void attemptsAtTheSameTimeDoNotAllPass() throws InterruptedException {
    AtomicInteger passed = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 64; i++) {
        threads.execute(
            () -> {
              awaitUninterruptibly(start);
              if (guessAnyway("ada", HOME)) {
                passed.incrementAndGet();
              }
            });
      }
      start.countDown();
    }
    assertThat(passed).hasValue(5);
  }

  @Test
  void joinCodesCannotBeTriedOut() {
    for (int i = 0; i < 10; i++) {
      throttle.beforeJoinCode(HOME);
    }
    assertThatThrownBy(() -> throttle.beforeJoinCode(HOME)).isInstanceOf(TooManyAttempts.class);
    clock.pass(Duration.ofMinutes(1));
    assertThatCode(() -> throttle.beforeJoinCode(HOME)).doesNotThrowAnyException();
  }

  @Test
  void neighboursDoNotLockOutWhoHasSignedInThere() {
    throttle.beforePassword("ada", Origin.strange(HOME));
    throttle.passwordWasRight("ada", Origin.strange(HOME));
    for (int i = 0; i < 200; i++) {
      guessAnyway("account" + i, HOME);
    }
    refused("a-newcomer", HOME);
    assertThatCode(() -> throttle.beforePassword("ada", Origin.strange(HOME)))
        .doesNotThrowAnyException();
  }

  @Test
  void manyGuessesAtFewAccountsKeepNobodyElseOut() {
    for (int i = 0; i < 100; i++) {
      guessAnyway("account" + i % 10, HOME);
    }
    assertThatCode(() -> throttle.beforePassword("a-newcomer", Origin.strange(HOME)))
        .doesNotThrowAnyException();
  }

  @Test
  void anAccountThatGetsInIsNotOneTriedInVain() {
    for (int i = 0; i < 200; i++) {
      throttle.beforePassword("account" + i, Origin.strange(HOME));
      throttle.passwordWasRight("account" + i, Origin.strange(HOME));
    }
    assertThatCode(() -> throttle.beforePassword("ada", Origin.strange(HOME)))
        .doesNotThrowAnyException();
  }

  @Test
  void aKnownBrowserCountsApartFromEverythingAroundIt() {
    Origin browser = new Origin(HOME, Optional.of("device"));
    for (int i = 0; i < 200; i++) {
      guessAnyway("ada", HOME);
      guessAnyway("account" + i, HOME);
    }
    refused("ada", HOME);
    for (int i = 0; i < 5; i++) {
      throttle.beforePassword("ada", browser);
    }
    assertThatThrownBy(() -> throttle.beforePassword("ada", browser))
        .isInstanceOf(TooManyAttempts.class);
  }

  private void guess(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      throttle.beforePassword(account, Origin.strange(address));
    }
  }

  private boolean guessAnyway(String account, String address) {
    try {
      throttle.beforePassword(account, Origin.strange(address));
      return true;
    } catch (TooManyAttempts e) {
      return false;
    }
  }

  private void refused(String account, String address) {
    assertThatThrownBy(() -> throttle.beforePassword(account, Origin.strange(address)))
        .isInstanceOf(TooManyAttempts.class);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
