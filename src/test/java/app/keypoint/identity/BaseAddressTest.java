package app.keypoint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Addresses that are read elsewhere are the operator's word, not that of whoever asks. */
class BaseAddressTest {

  private final MockEnvironment settings = new MockEnvironment();
  private final BaseAddress base = new BaseAddress(settings);

  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void linksAreMadeFromTheSettingWhateverTheRequestSays() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cohorts/1");
    request.setServerName("evil.example");
    request.addHeader("Host", "evil.example");
    request.addHeader("X-Forwarded-Host", "evil.example");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    assertThat(base.of("/register?code=x")).isEqualTo("http://localhost:8080/register?code=x");
    assertThat(base.known()).isFalse();

    settings.setProperty("keypoint.base-url", " https://keypoint.example/ ");
    assertThat(base.of("/register?code=x")).isEqualTo("https://keypoint.example/register?code=x");
    assertThat(base.secure()).isTrue();
  }
}
