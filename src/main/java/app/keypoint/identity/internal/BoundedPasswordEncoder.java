package app.keypoint.identity.internal;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes a few passwords at a time. A hash takes a processor and 19 MiB for a while, and virtual
 * threads would let a crowd at the sign-in page take all the memory.
 */
class BoundedPasswordEncoder implements PasswordEncoder {

  private final PasswordEncoder encoder;
  private final Semaphore places;

  BoundedPasswordEncoder(PasswordEncoder encoder, int atOnce) {
    this.encoder = encoder;
    this.places = new Semaphore(atOnce, true);
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return inTurn(() -> encoder.encode(password));
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    return inTurn(() -> encoder.matches(password, hash));
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
