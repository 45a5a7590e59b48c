package app.keypoint.identity.internal;

import app.keypoint.identity.SignInFailed;
import app.keypoint.identity.SignInFailed.Reason;
import app.keypoint.identity.TooManyAttempts;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Who may send which request. Everything needs a sign-in but what is named here; views say by
 * annotation who may open them, and services say who may call them. The management port's rules are
 * with the meters.
 */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {

  /**
   * For all but the page itself, which allows its own scripts (see {@code PagePolicy}): nothing in
   * these responses is to run or to be framed.
   */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** Whoever has the token in these paths needs no sign-in: a calendar or mail program has none. */
  private static final String CALENDAR = "/calendar/{token}.ics";

  private static final String[] LINKS_IN_MAILS = {
    "/reminders/confirm/{token}", "/reminders/stop/{token}"
  };

  private static final String NO_DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  @Bean
  SecurityFilterChain applicationSecurity(
      HttpSecurity http,
      PasswordSignIn passwordSignIn,
      SecondSteps secondSteps,
      PasskeyAnswers passkeys,
      AccountRepository accounts,
      RequestUtil vaadinRequests,
      VaadinDefaultRequestCache requestCache) {
    requestCache.setDelegateRequestCache(pagesOnly());
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/assets/**", "/_static/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, CALENDAR)
                    .permitAll()
                    .requestMatchers(LINKS_IN_MAILS)
                    .permitAll())
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin ->
                vaadin
                    .loginView("/sign-in")
                    .enableCsrfConfiguration(false)
                    // To our own page for what is not there; strangers sign in first.
                    .anyRequest(AuthorizedUrl::authenticated))
        .authenticationProvider(passwordSignIn)
        .with(new FurtherSignIns(secondSteps, passkeys), further -> {})
        .formLogin(form -> form.failureHandler(SecurityConfiguration::backToForm))
        .csrf(
            csrf ->
                csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest)
                    // Mail programs post there (RFC 8058), and their token is what a forger lacks.
                    .ignoringRequestMatchers(LINKS_IN_MAILS)
                    .withObjectPostProcessor(outdatedPagesToForm()))
        .headers(SecurityConfiguration::headers)
        .addFilterBefore(new EndedSessionFilter(accounts), AnonymousAuthenticationFilter.class)
        .build();
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

  /** After the sign-in a person gets the page that they wanted, not a file that it asked for. */
  private static RequestCache pagesOnly() {
    MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(pages);
    return cache;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }

  /** The form shows what happened, with the name that was typed, once. */
  private static void backToForm(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof SecondStepDue due) {
      SecondStepFilter.lead(due, request, response);
      return;
    }
    SignInFailed failed =
        switch (failure) {
          case TooManyAttempts e -> new SignInFailed(Reason.THROTTLED, e.getRetryAfter());
          case DisabledException e -> new SignInFailed(Reason.DISABLED, Duration.ZERO);
          default -> new SignInFailed(Reason.CREDENTIALS, Duration.ZERO);
        };
    request.getSession().setAttribute(SignInFailed.class.getName(), failed);
    request.getSession().setAttribute("username", request.getParameter("username"));
    response.sendRedirect(request.getContextPath() + "/sign-in?error");
  }

  /** A form whose session is gone is shown anew instead of a bare status. */
  private static ObjectPostProcessor<CsrfFilter> outdatedPagesToForm() {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends CsrfFilter> F postProcess(F filter) {
        filter.setAccessDeniedHandler(
            (request, response, denied) -> {
              response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
              response.sendRedirect(request.getContextPath() + "/sign-in?expired");
            });
        return filter;
      }
    };
  }
}
