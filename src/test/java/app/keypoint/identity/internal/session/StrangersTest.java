package app.keypoint.identity.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.signin.Sessions;
import app.keypoint.identity.signin.Sessions.Session;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** What strangers can take of the server, and of each other: set up as the README recommends. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "keypoint.session.strangers=20",
      "keypoint.proxies=127.0.0.1",
      "server.address=127.0.0.1"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class StrangersTest {

  @Autowired Fixtures fixtures;
  @Autowired StrangersSessions strangers;
  @Autowired Sessions sessions;
  @Autowired AccountSettings settings;
  @Autowired AccountRepository accounts;
  @LocalServerPort int port;

  @Test
  void aLongBodyIsRefusedBeforeItIsRead() {
    String long70k = "username=" + "x".repeat(70_000);
    assertThat(post("/sign-in", long70k).statusCode()).isEqualTo(413);
    assertThat(post("/register?v-r=uidl", long70k).statusCode()).isEqualTo(413);
    assertThat(post("/reminders/stop/token", long70k).statusCode()).isEqualTo(413);
  }

  @Test
  void aLongBodyOfUnannouncedLengthIsRefusedToo() {
    byte[] body = ("username=" + "x".repeat(3_000_000)).getBytes(StandardCharsets.US_ASCII);
    for (String path : List.of("/sign-in", "/register?v-r=uidl&v-uiId=0")) {
      Integer status;
      try {
        status =
            new RawBrowser(port)
                .send(
                    path,
                    request ->
                        request
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                .statusCode();
      } catch (java.io.UncheckedIOException e) {
        status = 413; // The server hung up on it.
      }
      assertThat(status).as(path).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void longHeadersAreRefused() {
    HttpResponse<String> answer =
        new RawBrowser(port)
            .send("/sign-in", request -> request.header("X-Long", "x".repeat(10_000)));
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void whatWasTypedIsNotKept() {
    RawBrowser browser = new RawBrowser(port);
    HttpResponse<String> answer = browser.signIn("\ufdfa".repeat(1_000), "guess");
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in?error");
    RawBrowser other = new RawBrowser(port);
    other.signIn("somebody-nobody-knows", "guess");
    assertThat(other.get("/sign-in?error").body()).doesNotContain("somebody-nobody-knows");
  }

  @Test
  void aCrowdEndsItsOwnSessionsAndNobodyElses() {
    Account learner = fixtures.learner();
    RawBrowser signedIn = from("198.51.100.1");
    signIn(signedIn, learner, Fixtures.PASSWORD);
    RawBrowser neighbour = from("198.51.100.2");
    open(neighbour);
    Optional<String> neighbours = neighbour.cookie("JSESSIONID");
    for (int i = 0; i < 60; i++) {
      open(from("203.0.113.9"));
    }
    assertThat(strangers.count()).isLessThanOrEqualTo(20);
    assertThat(signedIn.isSignedIn()).isTrue();
    open(neighbour);
    assertThat(neighbour.cookie("JSESSIONID")).isEqualTo(neighbours);
  }

  @Test
  void staticFilesAndLinksWithTokensOpenNoSession() {
    for (String path :
        List.of("/assets/base.css", "/calendar/unknown.ics", "/reminders/stop/unknown")) {
      RawBrowser browser = new RawBrowser(port);
      browser.get(path);
      assertThat(browser.cookie("JSESSIONID")).as(path).isEmpty();
    }
  }

  @Test
  void aForgedHeaderBehindTheProxyDoesNotEscapeTheThrottle() {
    Account learner = fixtures.learner();
    for (int i = 0; i < 6; i++) {
      forged(learner, "guess", "203.0.113." + i + ", 10.1.2.3, 198.51.100.70");
    }
    assertThat(forged(learner, Fixtures.PASSWORD, "203.0.113.99, 10.1.2.3, 198.51.100.70"))
        .contains("error=throttled");
  }

  @Test
  void aPrivateAddressThatIsNotNamedIsNoProxy() {
    Account learner = fixtures.learner();
    for (int i = 0; i < 6; i++) {
      forged(learner, "guess", "203.0.113." + i + ", 10.1.2.3");
    }
    assertThat(forged(learner, Fixtures.PASSWORD, "203.0.113.99, 10.1.2.3"))
        .contains("error=throttled");
  }

  @Test
  void theBrowserOfTheOwnerGetsInWhileANeighbourGuesses() {
    Account learner = fixtures.learner();
    String school = "198.51.100.80";
    RawBrowser own = from(school);
    signIn(own, learner, Fixtures.PASSWORD);
    assertThat(own.cookie("keypoint-device")).isPresent();
    for (int i = 0; i < 6; i++) {
      forged(learner, "guess", school);
    }
    assertThat(forged(learner, Fixtures.PASSWORD, school)).contains("error=throttled");
    own.forget("JSESSIONID");
    signIn(own, learner, Fixtures.PASSWORD);
    assertThat(own.isSignedIn()).isTrue();
  }

  @Test
  void aFewGuessesFromASchoolKeepNobodyElseOut() {
    String school = "198.51.100.90";
    for (int i = 0; i < 30; i++) {
      forged(fixtures.learner().username() + i % 6, "guess", school);
    }
    RawBrowser neighbour = from(school);
    signIn(neighbour, fixtures.learner(), Fixtures.PASSWORD);
    assertThat(neighbour.isSignedIn()).isTrue();
  }

  @Test
  void peopleSeeWhereTheyAreSignedInAndEndIt() {
    Account learner = fixtures.learner();
    RawBrowser one = new RawBrowser(port);
    RawBrowser two = new RawBrowser(port);
    one.signIn(learner.username(), Fixtures.PASSWORD);
    two.signIn(learner.username(), Fixtures.PASSWORD);
    AsAccount as = new AsAccount(accounts);
    List<Session> own = as.call(learner, sessions::own);
    assertThat(own).hasSize(2).extracting(Session::browser).allMatch(name -> name.contains("Java"));
    assertThat(as.call(fixtures.learner(), sessions::own)).isEmpty();
    as.run(fixtures.learner(), () -> sessions.end(own.getFirst().handle()));
    assertThat(one.isSignedIn() && two.isSignedIn()).isTrue();
    as.run(learner, () -> sessions.end(own.getFirst().handle()));
    assertThat(one.isSignedIn()).isNotEqualTo(two.isSignedIn());
    as.run(learner, sessions::endOthers);
    assertThat(one.isSignedIn() || two.isSignedIn()).isFalse();
  }

  @Test
  void whereAChangedPasswordSignedThemOutIsNotListed() {
    Account learner = fixtures.learner();
    RawBrowser before = new RawBrowser(port);
    before.signIn(learner.username(), Fixtures.PASSWORD);
    AsAccount as = new AsAccount(accounts);
    assertThat(as.call(learner, sessions::own)).hasSize(1);
    as.run(
        learner,
        () -> settings.changePassword(learner.id(), Fixtures.PASSWORD, "another horse battery"));
    assertThat(as.call(learner, sessions::own)).isEmpty();
    RawBrowser after = new RawBrowser(port);
    after.signIn(learner.username(), "another horse battery");
    assertThat(as.call(learner, sessions::own)).hasSize(1);
    assertThat(before.isSignedIn()).isFalse();
  }

  @Test
  void withTlsBrowsersAreToldToStayWithIt() {
    HttpResponse<String> answer =
        new RawBrowser(port)
            .send(
                "/sign-in",
                request ->
                    request
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-For", "198.51.100.5"));
    assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
        .startsWith("max-age=31536000");
    assertThat(
            new RawBrowser(port).get("/sign-in").headers().firstValue("Strict-Transport-Security"))
        .isEmpty();
  }

  private HttpResponse<String> post(String path, String body) {
    return new RawBrowser(port)
        .send(
            path,
            request ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
  }

  private RawBrowser from(String address) {
    return new RawBrowser(port, Map.of("X-Forwarded-For", address));
  }

  private static void open(RawBrowser browser) {
    assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
  }

  private static void signIn(RawBrowser browser, Account account, String password) {
    browser.signIn(account.username(), password);
  }

  /** Where a sign-in leads that comes through the proxy with this header. */
  private String forged(Account account, String password, String forwardedFor) {
    return forged(account.username(), password, forwardedFor);
  }

  private String forged(String username, String password, String forwardedFor) {
    return from(forwardedFor)
        .signIn(username, password)
        .headers()
        .firstValue("Location")
        .orElse("");
  }
}
