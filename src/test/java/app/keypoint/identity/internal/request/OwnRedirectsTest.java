package app.keypoint.identity.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRedirectsTest {

  @ParameterizedTest
  @CsvSource({
    "http://forged.example/sign-in?expired, /sign-in?expired",
    "http://forged.example:8080//other.example/x, /other.example/x",
    "http://FORGED.example, /",
    "/settings?a=b, /settings?a=b",
    "https://provider.example/authorize?x, https://provider.example/authorize?x",
    "http://forged.example/a b, /"
  })
  void whatNamesThisServerLeadsByPathAlone(String location, String sent) {
    assertThat(OwnRedirects.path(location, "forged.example")).isEqualTo(sent);
  }
}
