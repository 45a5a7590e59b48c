package app.keypoint.support;

import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/**
 * Has the password of {@link Fixtures} hashed once for all accounts: tests make thousands of them,
 * and hashing is slow by design. Passwords are checked as they always are.
 */
class OneHash implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof PasswordEncoder encoder ? new Remembering(encoder) : bean;
  }

  private static final class Remembering implements PasswordEncoder {

    private final PasswordEncoder encoder;
    private final Supplier<String> hash;

    Remembering(PasswordEncoder encoder) {
      this.encoder = encoder;
      hash = SingletonSupplier.of(() -> encoder.encode(Fixtures.PASSWORD));
    }

    @Override
    public String encode(CharSequence password) {
      return Fixtures.PASSWORD.contentEquals(password) ? hash.get() : encoder.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String encoded) {
      return encoder.matches(password, encoded);
    }

    @Override
    public boolean upgradeEncoding(String encoded) {
      return encoder.upgradeEncoding(encoded);
    }
  }
}
