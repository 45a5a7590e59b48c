package app.keypoint.metrics.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The management port: health and meters for the operator's own network, since monitoring signs in
 * nowhere, and nothing else: whoever wants the data checked or saved shows the operator's key to
 * the endpoint itself. Without a port of their own they are closed like any unknown path.
 */
@Configuration
class ManagementSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain managementPort(HttpSecurity http) {
    return http.securityMatcher(ManagementSecurity::isOnManagementPort)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        EndpointRequest.to("health", "prometheus", "datacheck", "backup"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(RequestCacheConfigurer::disable)
        .csrf(CsrfConfigurer::disable)
        .addFilterBefore(new ShortBodies(), AuthorizationFilter.class)
        .build();
  }

  private static boolean isOnManagementPort(HttpServletRequest request) {
    return WebServerApplicationContext.hasServerNamespace(
        WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()),
        "management");
  }
}
