package app.keypoint.identity.internal.password;

import app.keypoint.support.Fixtures;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Has passwords hashed and checked as ever, but with little memory, and the password of {@link
 * Fixtures} once for all accounts: tests sign in thousands of times, and hashing is slow by design.
 * {@link PasswordHashingTest} looks at what it costs outside of tests.
 */
public class CheapHash implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof PasswordEncoder ? new Remembering() : bean;
  }

  private static final class Remembering implements PasswordEncoder {

    private final PasswordEncoder encoder =
        new DelegatingPasswordEncoder(
            "argon2",
            Map.of(
                "argon2",
                new BoundedPasswordEncoder(new Argon2PasswordEncoder(16, 32, 1, 64, 1), 1)));

    private final Supplier<@Nullable String> hash =
        SingletonSupplier.of(() -> encoder.encode(Fixtures.PASSWORD));

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      if (TransactionSynchronizationManager.isActualTransactionActive()) {
        throw new IllegalStateException(
            "A password is hashed before a transaction, not inside one");
      }
      return Fixtures.PASSWORD.contentEquals(password) ? hash.get() : encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
      return encoder.matches(password, encoded);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
      return encoder.upgradeEncoding(encoded);
    }
  }
}
