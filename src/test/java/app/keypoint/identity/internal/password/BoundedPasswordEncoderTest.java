package app.keypoint.identity.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTest {

  /** Counts how many hash at once, and the most that ever did. */
  private static final class Counting implements PasswordEncoder {

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch two = new CountDownLatch(2);

    @Override
    public String encode(CharSequence password) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      two.countDown();
      try {
        // So that those who wait outside have every chance to come in.
        assertThat(two.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        inside.decrementAndGet();
      }
      return "hash of " + password;
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
      return encode(password).equals(hash);
    }
  }

  @Test
  void noMoreHashAtOnceThanItWasTold() throws InterruptedException {
    Counting counting = new Counting();
    BoundedPasswordEncoder encoder = new BoundedPasswordEncoder(counting, 2);
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        String password = "password " + i;
        crowd.submit(() -> encoder.encode(password));
        crowd.submit(() -> encoder.matches(password, "hash of " + password));
      }
    }
    assertThat(counting.most).hasValue(2);
  }
}
