package app.keypoint.identity.internal;

import app.keypoint.identity.internal.caller.Callers;
import app.keypoint.identity.internal.oidc.OidcSecurity;
import app.keypoint.identity.internal.session.EndedSessionFilter;
import app.keypoint.identity.internal.signin.FurtherSignIns;
import app.keypoint.identity.internal.signin.PasskeySignInService;
import app.keypoint.identity.internal.signin.PasswordSignIn;
import app.keypoint.identity.internal.signin.SecondSteps;
import app.keypoint.identity.internal.signin.SignInAnswers;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Who may send which request. Everything needs a sign-in but what is named here; views say by
 * annotation who may open them, and services who may call them ({@code caller.ServiceSecurity}).
 * Static files ({@link StaticFileSecurity}) and the management port (with the meters) have rules of
 * their own.
 */
@Configuration
class SecurityConfiguration {

  /** Whoever has the token in these paths needs no sign-in: a calendar or mail program has none. */
  private static final String CALENDAR = "/calendar/{token}.ics";

  private static final String[] LINKS_IN_MAILS = {
    "/reminders/confirm/{token}", "/reminders/stop/{token}"
  };

  @Bean
  SecurityFilterChain applicationSecurity(
      HttpSecurity http,
      PasswordSignIn passwordSignIn,
      SecondSteps secondSteps,
      PasskeySignInService passkeys,
      OidcSecurity provider,
      Callers callers,
      RequestUtil vaadinRequests,
      VaadinDefaultRequestCache requestCache) {
    requestCache.setDelegateRequestCache(SignInAnswers.pagesOnly());
    // The parent would ask the same provider again after it has said no.
    http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
    provider.addTo(http);
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET, CALENDAR)
                    .permitAll()
                    .requestMatchers(LINKS_IN_MAILS)
                    .permitAll())
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin -> {
              vaadin
                  .loginView("/sign-in")
                  .enableCsrfConfiguration(false)
                  // To our own page for what is not there; strangers sign in first.
                  .anyRequest(AuthorizedUrl::authenticated);
              provider.addTo(vaadin);
            })
        .authenticationProvider(passwordSignIn)
        .with(new FurtherSignIns(secondSteps, passkeys), further -> {})
        .formLogin(form -> form.failureHandler(SignInAnswers::backToForm))
        .csrf(
            csrf ->
                csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest)
                    // Mail programs post there (RFC 8058), and their token is what a forger lacks.
                    .ignoringRequestMatchers(LINKS_IN_MAILS)
                    .withObjectPostProcessor(SignInAnswers.outdatedPagesToForm()))
        .headers(SecurityHeaders::write)
        .addFilterBefore(new EndedSessionFilter(callers), AnonymousAuthenticationFilter.class)
        .build();
  }
}
