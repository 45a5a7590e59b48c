package app.keypoint.identity.internal.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/** Adds the sign-ins beside the one by name and password; they lead where that one does. */
public class FurtherSignIns extends AbstractHttpConfigurer<FurtherSignIns, HttpSecurity> {

  private final SecondSteps steps;
  private final PasskeySignInService passkeys;

  public FurtherSignIns(SecondSteps steps, PasskeySignInService passkeys) {
    this.steps = steps;
    this.passkeys = passkeys;
  }

  @Override
  public void configure(HttpSecurity http) {
    add(http, new SecondStepFilter(steps));
    add(http, new PasskeyFilter(passkeys));
  }

  private static void add(HttpSecurity http, AbstractAuthenticationProcessingFilter filter) {
    filter.setSessionAuthenticationStrategy(
        http.getSharedObject(SessionAuthenticationStrategy.class));
    filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
    SavedRequestAwareAuthenticationSuccessHandler toWantedPage =
        new SavedRequestAwareAuthenticationSuccessHandler();
    toWantedPage.setRequestCache(http.getSharedObject(RequestCache.class));
    filter.setAuthenticationSuccessHandler(toWantedPage);
    http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
  }
}
