package app.keypoint.identity.internal.oidc;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.identity.BaseAddress;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Sign-in and sign-out at the school's provider. Nothing of it is active without settings. */
@Configuration
@EnableConfigurationProperties(OidcSettings.class)
public class OidcSecurity {

  private static final Logger log = LoggerFactory.getLogger(OidcSecurity.class);
  private static final String REGISTRATION = "school";
  private static final String START = "/sign-in/oidc";
  private static final String CALLBACK = START + "/" + REGISTRATION + "/callback";

  private final OidcSettings settings;
  private final ExternalAccounts accounts;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final BaseAddress here;
  private final OidcUserService people = new OidcUserService();

  /** Asks the provider for its addresses when somebody first signs in, so that we start without. */
  private final ClientRegistrationRepository registrations =
      new SupplierClientRegistrationRepository(
          () -> new InMemoryClientRegistrationRepository(registration()));

  OidcSecurity(
      OidcSettings settings,
      ExternalAccounts accounts,
      AuditTrail audit,
      ApplicationEventPublisher events,
      BaseAddress here) {
    this.settings = settings;
    this.accounts = accounts;
    this.audit = audit;
    this.events = events;
    this.here = here;
    if (settings.isConfigured() && !here.known()) {
      log.warn(
          "People come back from {} to this machine alone; say in KEYPOINT_BASE_URL where they find"
              + " Keypoint",
          settings.shownName());
    }
  }

  /** Has people sign in at the provider, where there is one. */
  public void addTo(HttpSecurity http) {
    if (settings.isConfigured()) {
      http.oauth2Login(
          login ->
              login
                  .loginPage("/sign-in")
                  .clientRegistrationRepository(registrations)
                  .authorizedClientRepository(new NoTokens())
                  .authorizationEndpoint(start -> start.baseUri(START))
                  .redirectionEndpoint(end -> end.baseUri(CALLBACK))
                  .userInfoEndpoint(
                      info ->
                          info.oidcUserService(request -> accounts.enter(people.loadUser(request))))
                  .failureHandler(this::backToForm));
    }
  }

  /** Whoever came from the provider is signed out there too. */
  public void addTo(VaadinSecurityConfigurer vaadin) {
    if (settings.isConfigured()) {
      vaadin.logoutSuccessHandler(
          (request, response, who) -> signOutThere().onLogoutSuccess(request, response, who));
    }
  }

  /** Made when it is needed: only then is the port known on which this server listens. */
  private LogoutSuccessHandler signOutThere() {
    OidcClientInitiatedLogoutSuccessHandler out =
        new OidcClientInitiatedLogoutSuccessHandler(registrations);
    out.setDefaultTargetUrl("/sign-in");
    // Never from the Host header, which anybody may have chosen.
    out.setPostLogoutRedirectUri(here.of("/sign-in"));
    out.setRedirectStrategy(new UidlRedirectStrategy());
    return out;
  }

  private ClientRegistration registration() {
    return ClientRegistrations.fromIssuerLocation(settings.issuer())
        .registrationId(REGISTRATION)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .scope(settings.scopes())
        .redirectUri(here.of(CALLBACK))
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  private void backToForm(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    Reason reason = failure instanceof DisabledException ? Reason.DISABLED : Reason.PROVIDER;
    SignInFailed failed = new SignInFailed(reason, Duration.ZERO);
    log.info("A sign-in at {} failed: {}", settings.shownName(), failure.getMessage());
    events.publishEvent(failed);
    if (failure instanceof OAuth2AuthenticationException) {
      audit.record(AuditNote.of(AuditKind.SIGN_IN_FAILED).with(reason));
    }
    request.getSession().setAttribute(SignInFailed.class.getName(), failed);
    response.sendRedirect(request.getContextPath() + "/sign-in?error");
  }

  /** We call nothing at the provider in people's names, so their tokens are not kept. */
  private static final class NoTokens implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication person, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Not kept.
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {
      // There is none.
    }
  }
}
