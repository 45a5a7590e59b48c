package app.keypoint.identity.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** With the encoder that people's passwords meet: other tests have a cheaper one. */
class PasswordHashingTest {

  private final PasswordEncoder encoder = new PasswordHashing().passwordEncoder();

  @Test
  void hashesCostNoLessThanTheFloor() {
    String hash = encoder.encode("correct horse battery");
    assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(encoder.matches("correct horse battery", hash)).isTrue();
    assertThat(encoder.matches("correct horse batterz", hash)).isFalse();
  }
}
