package app.keypoint.identity.internal;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers that every answer carries. */
@Configuration
class SecurityHeaders {

  /**
   * For all but the page itself, which allows its own scripts (see {@code PagePolicy}): nothing in
   * these responses is to run or to be framed.
   */
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  private static final String NO_DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  static void write(HeadersConfigurer<HttpSecurity> headers) {
    headers
        // Sent with TLS only; what else is served below our name is not ours to say.
        .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
        .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }

  /**
   * Vaadin's pages are forwarded to its servlet, and Tomcat would then send them off past the
   * filter that adds the headers.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersAfterForwards() {
    return tomcat ->
        tomcat.addContextCustomizers(
            context -> context.setSuspendWrappedResponseAfterForward(false));
  }
}
