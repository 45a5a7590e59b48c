package app.keypoint.identity.internal.request;

import app.keypoint.identity.internal.session.OpenSessions;
import app.keypoint.identity.internal.session.SessionLimits;
import app.keypoint.identity.internal.session.SessionTimes;
import app.keypoint.identity.internal.session.StrangersSessions;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What holds for every request before anything else looks at it. */
@Configuration
class RequestLimits {

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit() {
    return first(new BodyLimit(), 0);
  }

  /** Half of the processors are for strangers, as for their passwords. */
  @Bean
  FilterRegistrationBean<StrangersInTurn> strangersInTurn() {
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    Turns turns = new Turns(atOnce, 2_000, Duration.ofSeconds(20), Duration.ofSeconds(1));
    return first(new StrangersInTurn(turns), 1);
  }

  @Bean
  FilterRegistrationBean<OwnRedirects> ownRedirects() {
    return first(new OwnRedirects(), 2);
  }

  @Bean
  StrangersSessions strangersSessions(
      @Value("${keypoint.session.strangers:1000}") int mostStrangers) {
    return new StrangersSessions(mostStrangers);
  }

  @Bean
  FilterRegistrationBean<SessionLimits> sessionLimits(
      StrangersSessions strangers,
      OpenSessions open,
      @Value("${keypoint.session.stranger:10m}") Duration stranger,
      @Value("${server.servlet.session.timeout:60m}") Duration idle,
      @Value("${keypoint.session.absolute:12h}") Duration absolute,
      Clock clock) {
    SessionTimes times = new SessionTimes(stranger, idle, absolute);
    return first(new SessionLimits(strangers, open, times, clock), 3);
  }

  private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int place) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10 + place);
    return registration;
  }
}
