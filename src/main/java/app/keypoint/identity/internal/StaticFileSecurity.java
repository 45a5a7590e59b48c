package app.keypoint.identity.internal;

import app.keypoint.ui.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Files that are the same for everybody, served without looking at sessions. Vaadin answers its own
 * requests on any path whatever, so these paths have a handler of their own that comes before it.
 */
@Configuration
public class StaticFileSecurity {

  private static final String OURS = "/" + Assets.FOLDER + "**";
  private static final String LIBRARIES = "/_static/**";
  private static final String BUNDLE = "/VAADIN/build/**";

  private static final RequestMatcher FILES =
      new OrRequestMatcher(
          Stream.of(OURS, LIBRARIES, BUNDLE)
              .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
              .toList());

  /**
   * Of the libraries only what a page asks for: a stranger who fetches the megabytes of all others
   * would have them compressed anew each time.
   */
  private static final Predicate<String> CHARTS =
      path -> path.endsWith("/dist/echarts.common.min.js");

  private static final Pattern OTHER_BUILD = Pattern.compile("^" + Assets.ANY_VERSION);

  /** Names in these places change with their content. */
  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).immutable();

  /** At an address without a build or with that of another, as while servers are replaced. */
  private static final CacheControl FOR_AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

  /** Whether a request is for one of these files. */
  public static boolean serves(HttpServletRequest request) {
    return FILES.matches(request);
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain staticFileRules(HttpSecurity http) {
    return http.securityMatchers(paths -> paths.requestMatchers(OURS, LIBRARIES, BUNDLE))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(
                    new HttpStatusEntryPoint(HttpStatus.METHOD_NOT_ALLOWED)))
        .headers(SecurityHeaders::write)
        .build();
  }

  @Bean
  HandlerMapping staticFileMapping(ResourceLoader resources, Assets assets) throws Exception {
    String ours = "META-INF/resources/" + Assets.FOLDER;
    return new SimpleUrlHandlerMapping(
        Map.of(
            "/" + assets.folder() + "**",
            files(resources, ours, any(), FOR_GOOD),
            OURS,
            files(resources, ours, any(), FOR_AN_HOUR),
            LIBRARIES,
            files(resources, "META-INF/resources/_static/", CHARTS, FOR_GOOD),
            BUNDLE,
            files(resources, "META-INF/VAADIN/webapp/VAADIN/build/", any(), FOR_GOOD)),
        Ordered.HIGHEST_PRECEDENCE);
  }

  private static Predicate<String> any() {
    return path -> true;
  }

  private static ResourceHttpRequestHandler files(
      ResourceLoader resources, String folder, Predicate<String> served, CacheControl caching)
      throws Exception {
    ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
    handler.setLocations(List.of(resources.getResource("classpath:" + folder)));
    handler.setResourceResolvers(
        List.of(
            new EncodedResourceResolver(),
            new PathResourceResolver() {
              @Override
              protected @Nullable Resource getResource(String path, Resource location)
                  throws IOException {
                return served.test(path)
                    ? super.getResource(OTHER_BUILD.matcher(path).replaceFirst(""), location)
                    : null;
              }
            }));
    handler.setCacheControl(caching);
    handler.afterPropertiesSet();
    return handler;
  }
}
