package app.keypoint.identity.internal.password;

import app.keypoint.identity.TooManyAttempts;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration
class PasswordHashing {

  /** Tells of throttled attempts too, which Spring Security does not know of. */
  @Bean
  AuthenticationEventPublisher authenticationEvents(ApplicationEventPublisher events) {
    DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
    publisher.setAdditionalExceptionMappings(
        Map.of(TooManyAttempts.class, AuthenticationFailureLockedEvent.class));
    return publisher;
  }

  /**
   * Argon2id with 19 MiB, two passes, one lane: the OWASP password storage cheat sheet's floor.
   * Half of the processors are for it at most: strangers who guess do not take what learners answer
   * with.
   */
  @Bean
  PasswordEncoder passwordEncoder() {
    PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new DelegatingPasswordEncoder(
        "argon2", Map.of("argon2", new BoundedPasswordEncoder(argon2, atOnce)));
  }
}
