package app.keypoint.identity.internal;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration
class PasswordConfiguration {

  /** Argon2id with 19 MiB, two passes, one lane: the OWASP password storage cheat sheet's floor. */
  @Bean
  PasswordEncoder passwordEncoder() {
    PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    int atOnce = Runtime.getRuntime().availableProcessors();
    return new DelegatingPasswordEncoder(
        "argon2", Map.of("argon2", new BoundedPasswordEncoder(argon2, atOnce)));
  }
}
