package app.keypoint.identity.internal.oidc;

import app.keypoint.identity.Role;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A school's provider of OpenID Connect.
 *
 * @param issuer its address; empty: none of this is active
 * @param name what the button on the sign-in page calls it; empty: its host
 * @param roleClaim the claim that holds roles, with dots into objects; empty: roles are given here
 * @param instructors values of that claim that make an instructor
 * @param administrators values of that claim that make an administrator
 * @param createAccounts whether whoever the provider lets in gets an account at the first sign-in
 */
@ConfigurationProperties("keypoint.oidc")
record OidcSettings(
    @DefaultValue("") String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("") String name,
    @DefaultValue({"openid", "profile"}) List<String> scopes,
    @DefaultValue("") String roleClaim,
    @DefaultValue("instructor") List<String> instructors,
    @DefaultValue("administrator") List<String> administrators,
    @DefaultValue("true") boolean createAccounts) {

  boolean isConfigured() {
    return !issuer.isBlank();
  }

  String shownName() {
    String host = URI.create(issuer).getHost();
    return name.isBlank() ? (host == null ? issuer : host) : name;
  }

  /**
   * The role that claims give, or null where they have no say. Without a known value: a learner.
   */
  @Nullable Role roleOf(Map<String, Object> claims) {
    if (roleClaim.isBlank()) {
      return null;
    }
    Collection<?> values = values(claims);
    if (administrators.stream().anyMatch(values::contains)) {
      return Role.ADMINISTRATOR;
    }
    return instructors.stream().anyMatch(values::contains) ? Role.INSTRUCTOR : Role.LEARNER;
  }

  private Collection<?> values(Map<String, Object> claims) {
    // A claim may itself have dots in its name, as those that are addresses do.
    Object found = claims.get(roleClaim);
    if (found == null) {
      found = claims;
      for (String step : roleClaim.split("\\.")) {
        found = found instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    return switch (found) {
      case Collection<?> many -> many;
      case String one -> List.of(one);
      case null, default -> List.of();
    };
  }
}
