package app.keypoint.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.internal.FormBrowser;
import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** What a form says that no browser made. Real ones are tested in a browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class PasskeyFormTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "{}",
        "[]",
        "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}",
        "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":"
            + "{\"clientDataJSON\":\"AAAA\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\"},"
            + "\"clientExtensionResults\":{}}"
      })
  void nothingOfItSignsIn(String answer) {
    FormBrowser browser = new FormBrowser(port);
    var response = browser.post("/sign-in/passkey", Map.of("credential", answer));
    assertThat(browser.location(response)).isEqualTo("/sign-in?error");
    assertThat(browser.isIn()).isFalse();
  }

  @Test
  void noMoreThanAnAnswerIsRead() {
    FormBrowser browser = new FormBrowser(port);
    var response = browser.post("/sign-in/passkey", Map.of("credential", "[".repeat(500_000)));
    assertThat(response.statusCode()).isEqualTo(413);
  }
}
