package app.keypoint.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Behind a proxy that speaks TLS: what answers tell browsers to do with them. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"keypoint.base-url=https://keypoint.example", "keypoint.proxies=127.0.0.1"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@DirtiesContext
@Tag("slow")
class AnswersOverTlsTest {

  private static final Map<String, String> PROXY =
      Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "198.51.100.5");

  @Autowired Fixtures fixtures;
  @LocalServerPort int port;

  @Test
  void cookiesAreForThisHostAndTlsAlone() {
    RawBrowser browser = new RawBrowser(port, PROXY);
    HttpResponse<String> page = browser.get("/sign-in");
    assertThat(cookies(page)).singleElement().asString().startsWith("__Host-keypoint=");
    // Browsers send such cookies over TLS only; here they are sent by hand.
    String session = cookies(page).getFirst().replaceFirst(";.*", "");
    HttpResponse<String> in = signIn(session, page.body());
    assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("error");
    assertThat(cookies(in))
        .hasSize(2)
        .anyMatch(cookie -> cookie.startsWith("__Host-keypoint="))
        .anyMatch(cookie -> cookie.startsWith("__Host-keypoint-device="))
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                    .doesNotContain("Domain"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/assets/base.css", "/nowhere", "/calendar/x.ics"})
  void everyAnswerTellsBrowsersToStayWithTls(String path) {
    assertThat(header(new RawBrowser(port, PROXY).get(path), "Strict-Transport-Security"))
        .startsWith("max-age=31536000");
  }

  @ParameterizedTest
  @CsvSource({
    "/sign-in, text/html;charset=utf-8",
    "/assets/base.css, text/css",
    "/assets/days.js, text/javascript",
    "/assets/icons/keypoint.svg, image/svg+xml",
    "/reminders/stop/x, text/html;charset=utf-8"
  })
  void answersSayWhatTheyAre(String path, String type) {
    assertThat(header(new RawBrowser(port, PROXY).get(path), "Content-Type").toLowerCase())
        .startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/settings", "/nowhere"})
  void nobodyKeepsPages(String path) {
    assertThat(header(new RawBrowser(port, PROXY).get(path), "Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/", "/assets", "/assets/fonts/", "/_static/", "/VAADIN/build/"})
  void foldersAreNotListed(String path) {
    assertThat(new RawBrowser(port, PROXY).get(path).statusCode()).isNotEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "PUT", "DELETE", "PROPFIND"})
  void methodsThatNobodyUsesAreRefused(String method) {
    for (String path : List.of("/sign-in", "/assets/base.css", "/calendar/x.ics")) {
      HttpResponse<String> answer =
          new RawBrowser(port, PROXY)
              .send(path, request -> request.method(method, BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(path).isIn(302, 400, 403, 404, 405, 501);
      assertThat(answer.body()).as(path).doesNotContain("198.51.100.5");
    }
  }

  private HttpResponse<String> signIn(String session, String page) {
    String token = page.replaceFirst("(?s).*name=\"_csrf\" content=\"([^\"]+)\".*", "$1");
    String body =
        "username=%s&password=%s&_csrf=%s"
            .formatted(
                fixtures.learner().username(),
                Fixtures.PASSWORD.replace(" ", "+"),
                java.net.URLEncoder.encode(token, java.nio.charset.StandardCharsets.UTF_8));
    return new RawBrowser(port, PROXY)
        .send(
            "/sign-in",
            request ->
                request
                    .header("Cookie", session)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
  }

  private static List<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
