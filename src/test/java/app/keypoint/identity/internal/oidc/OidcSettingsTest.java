package app.keypoint.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OidcSettingsTest {

  @Test
  void readsRolesFromAnyShapeOfClaim() {
    assertThat(roleBy("roles", Map.of("roles", List.of("teacher")))).isEqualTo(Role.INSTRUCTOR);
    assertThat(roleBy("roles", Map.of("roles", "admin"))).isEqualTo(Role.ADMINISTRATOR);
    assertThat(roleBy("realm.roles", Map.of("realm", Map.of("roles", List.of("admin", "teacher")))))
        .isEqualTo(Role.ADMINISTRATOR);
    assertThat(
            roleBy("https://school.example/roles", Map.of("https://school.example/roles", "admin")))
        .isEqualTo(Role.ADMINISTRATOR);
  }

  @Test
  void whatIsNotKnownIsALearner_andWithoutAClaimNothingIsSaid() {
    assertThat(roleBy("roles", Map.of())).isEqualTo(Role.LEARNER);
    assertThat(roleBy("roles", Map.of("roles", 7))).isEqualTo(Role.LEARNER);
    assertThat(roleBy("a.b.c", Map.of("a", "admin"))).isEqualTo(Role.LEARNER);
    assertThat(roleBy("", Map.of("roles", "admin"))).isNull();
  }

  private static Role roleBy(String claim, Map<String, Object> claims) {
    return new OidcSettings(
            "https://school.example",
            "client",
            "secret",
            "",
            List.of("openid"),
            claim,
            List.of("teacher"),
            List.of("admin"),
            true)
        .roleOf(claims);
  }
}
