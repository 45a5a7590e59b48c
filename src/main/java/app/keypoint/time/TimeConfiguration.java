package app.keypoint.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the one clock that all others ask. */
@Configuration
class TimeConfiguration {

  @Bean
  Clock clock() {
    return new SimulatedTime();
  }
}
