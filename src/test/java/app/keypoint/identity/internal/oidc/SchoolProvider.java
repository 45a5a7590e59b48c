package app.keypoint.identity.internal.oidc;

import app.keypoint.identity.internal.FormBrowser;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A school's provider of OpenID Connect: Spring Authorization Server on a free port. */
final class SchoolProvider implements AutoCloseable {

  static final String CLIENT = "keypoint";
  static final String SECRET = "a secret of the client";
  static final String PASSWORD = "at the provider";

  /** What the provider tells of people, by the name that they type there. */
  private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();

  private final AnnotationConfigServletWebServerApplicationContext context =
      new AnnotationConfigServletWebServerApplicationContext();

  private final int port = freePort();

  /**
   * Starts it, once. After the program under test: that replaces the JVM's one way of holding
   * security contexts, of which parts made before would keep the old one.
   */
  synchronized void start() {
    if (!context.isActive()) {
      context.registerBean(
          TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(port));
      context.register(Parts.class);
      context.refresh();
    }
  }

  String issuer() {
    return "http://localhost:" + port;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends somebody there to sign in and back; says where they are led then. */
  String signIn(FormBrowser browser, String login) {
    var toLogin = browser.get(browser.location(browser.get("/sign-in/oidc/school")));
    var onward =
        browser.postAt(browser.location(toLogin), Map.of("username", login, "password", PASSWORD));
    var back = browser.get(browser.location(onward));
    return browser.location(browser.get(browser.location(back)));
  }

  /** Somebody who can sign in there, under a subject that stays. */
  void knows(String login, Map<String, Object> claims) {
    PEOPLE.put(login, claims);
  }

  @Override
  public void close() {
    context.close();
  }

  /** Not annotated as a configuration, or every test's context would have a provider inside. */
  @EnableWebSecurity
  static class Parts {

    /** Filters run only where there is something behind them. */
    @Bean
    HttpServlet nothing() {
      return new HttpServlet() {};
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
      OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
      return http.securityMatcher(server.getEndpointsMatcher())
          .with(server, endpoints -> endpoints.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .exceptionHandling(
              errors ->
                  errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    UserDetailsService users() {
      return login -> {
        if (!PEOPLE.containsKey(login)) {
          throw UsernameNotFoundException.fromUsername(login);
        }
        return User.withUsername(login).password("{noop}" + PASSWORD).roles("USER").build();
      };
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId(CLIENT)
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              // Any port of the loopback address (RFC 8252).
              .redirectUri("http://127.0.0.1/sign-in/oidc/school/callback")
              .scope("openid")
              .scope("profile")
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .build());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
      return token -> {
        Map<String, Object> told = PEOPLE.get(token.getPrincipal().getName());
        token.getClaims().claims(claims -> claims.putAll(told));
      };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      RSAKey key =
          new RSAKey.Builder((RSAPublicKey) pair.getPublic())
              .privateKey(pair.getPrivate())
              .keyID("only")
              .build();
      return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }
  }
}
