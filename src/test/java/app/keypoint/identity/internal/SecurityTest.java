package app.keypoint.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.Drafts;
import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.support.Fixtures;
import app.keypoint.support.TestDatabase;
import app.keypoint.support.TestPictures;
import app.keypoint.time.StudyCalendar;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole server over HTTP: who gets what, and with which headers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@Tag("slow")
class SecurityTest {

  private static final Set<String> FOR_ALL =
      Set.of("sign-in", "sign-in/code", "sign-in/set-up", "register", "setup/:token");

  /** A new route is for whoever has signed in, or has to be named here. */
  private static final Map<String, Role> FOR_ONE_ROLE =
      Map.ofEntries(
          Map.entry("admin", Role.ADMINISTRATOR),
          Map.entry("admin/audit", Role.ADMINISTRATOR),
          Map.entry("admin/cohorts", Role.ADMINISTRATOR),
          Map.entry("admin/data", Role.ADMINISTRATOR),
          Map.entry("content", Role.ADMINISTRATOR),
          Map.entry("cohorts", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/learners/:learnerId", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/assignments", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/export", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/report", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/map", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/trends", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/learners/:learnerId/history", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/learners/:learnerId/attempts/:attemptId", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/learners/:learnerId/days/:day", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/roster", Role.INSTRUCTOR),
          Map.entry("cohorts/:cohortId/statistics/:quizId", Role.INSTRUCTOR),
          Map.entry("write", Role.INSTRUCTOR),
          Map.entry("editions/:draftId", Role.INSTRUCTOR),
          Map.entry("notes/:draftId", Role.INSTRUCTOR),
          Map.entry("write/:draftId/:itemId?", Role.INSTRUCTOR),
          Map.entry("try/:draftId/:itemId?", Role.INSTRUCTOR));

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @Autowired Drafts drafts;
  @Autowired DraftPictures pictures;
  @Autowired ServletContext servletContext;
  @LocalServerPort int port;
  @LocalManagementPort int managementPort;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @Test
  void strangersAreLedToTheSignInFromEveryRoute() throws Exception {
    Map<String, String> seen = new TreeMap<>();
    for (RouteData route : routes()) {
      HttpResponse<String> answer = get("/" + template(route).replaceAll(":\\w+", "1"));
      seen.put(
          template(route),
          answer.statusCode() == 200 ? "shown" : location(answer).orElse("refused"));
    }
    assertThat(seen)
        .allSatisfy(
            (route, outcome) ->
                assertThat(outcome)
                    .as(route)
                    .isEqualTo(FOR_ALL.contains(route) ? "shown" : "/sign-in"));
    assertThat(seen).containsKeys(FOR_ALL.toArray(String[]::new));
  }

  @Test
  void everyViewIsForThoseItIsMeantFor() {
    AccessAnnotationChecker checker = new AccessAnnotationChecker();
    for (RouteData route : routes()) {
      String template = template(route);
      assertThat(checker.hasAccess(route.getNavigationTarget(), null, role -> false))
          .as("%s for strangers", template)
          .isEqualTo(FOR_ALL.contains(template));
      for (Role role : Role.values()) {
        Role needed = FOR_ONE_ROLE.get(template);
        assertThat(
                checker.hasAccess(
                    route.getNavigationTarget(), () -> "somebody", role.name()::equals))
            .as("%s for %s", template, role)
            .isEqualTo(needed == null || needed == role);
      }
    }
  }

  /** The Host header is anybody's choice, and nobody may be sent on by it. */
  @Test
  void redirectsDoNotRepeatTheHostOfARequest() throws IOException {
    Account learner = fixtures.learner();
    RawVisitor visitor = new RawVisitor();
    assertThat(visitor.get("/nowhere")).isEqualTo("/sign-in");
    assertThat(visitor.get("/settings/reviews")).isEqualTo("/sign-in");
    assertThat(visitor.signIn(learner.username(), "guess")).isEqualTo("/sign-in?error");
    visitor.get("/settings/reviews");
    assertThat(visitor.signIn(learner.username(), Fixtures.PASSWORD))
        .as("the page that was wanted, as it was asked for")
        .isEqualTo("/settings/reviews?continue");
    assertThat(visitor.post("/logout", "")).isEqualTo("/");
  }

  /** A browser that says it is at another host. */
  private final class RawVisitor {

    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    String get(String path) throws IOException {
      return send("GET " + path + " HTTP/1.1", "Accept: text/html", "");
    }

    String signIn(String username, String password) throws IOException {
      return post("/sign-in", "username=" + username + "&password=" + encoded(password));
    }

    String post(String path, String form) throws IOException {
      get("/sign-in");
      String body = form + "&_csrf=" + encoded(token);
      return send(
          "POST " + path + " HTTP/1.1",
          "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length(),
          body);
    }

    /** Where the answer leads, or an empty string. */
    private String send(String first, String headers, String body) throws IOException {
      String sent =
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; "));
      String answer;
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket
            .getOutputStream()
            .write(
                (first
                        + "\r\nHost: evil.example\r\nConnection: close\r\nCookie: "
                        + sent
                        + "\r\n"
                        + headers
                        + "\r\n\r\n"
                        + body)
                    .getBytes(StandardCharsets.UTF_8));
        answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
      Pattern.compile("(?im)^Set-Cookie: ([^=]+)=([^;\r]*)")
          .matcher(answer)
          .results()
          .forEach(set -> cookies.put(set.group(1), set.group(2)));
      CSRF.matcher(answer).results().forEach(found -> token = found.group(1));
      return Pattern.compile("(?im)^Location: (\\S*)")
          .matcher(answer)
          .results()
          .map(found -> found.group(1))
          .findFirst()
          .orElse("");
    }
  }

  /** The browser of this test asks to go on in HTTP/2; see ADR 95. */
  @Test
  void nobodyIsUpgradedToHttp2() throws Exception {
    assertThat(browser.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(get("/sign-in").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 302",
    "/actuator, 302",
    "/actuator/health, 302",
    "/actuator/prometheus, 302",
    "/error, 302",
    "/calendar, 302",
    "/calendar/unknown, 302",
    "/calendar/un/known.ics, 302",
    "/calendar/unknown.ics, 404",
    "/reminders, 302",
    "/reminders/stop, 302",
    "/reminders/stop/unknown, 404",
    "/reminders/stop/unknown/more, 302",
    "/reminders/confirm/unknown, 404",
    "/assets/base.css, 200",
    "/_static/echarts/6.0.0/dist/echarts.common.min.js, 200",
    "/_static/echarts/6.0.0/dist/echarts.esm.min.js, 302"
  })
  void strangersGetTheirFilesAndNothingElse(String path, int status) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus"})
  void notEvenAdministratorsReachTheActuatorOnTheMainPort(String path) throws Exception {
    signIn(account(Role.ADMINISTRATOR), Fixtures.PASSWORD);
    assertThat(get(path).body()).doesNotContain("\"status\"", "jvm_", "_links");
  }

  @Test
  void monitoringNeedsNoSignInOnItsOwnPort() throws Exception {
    assertThat(getManagement("/actuator/health"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
        .satisfies(answer -> assertThat(answer.body()).contains("\"status\""));
    assertThat(getManagement("/actuator/prometheus").statusCode()).isEqualTo(200);
    for (String other : List.of("/actuator", "/actuator/info", "/actuator/env", "/sign-in", "/")) {
      assertThat(getManagement(other).statusCode()).as(other).isEqualTo(403);
    }
  }

  @Test
  void signingInLeadsToThePageThatWasAskedForWithANewSession() throws Exception {
    get("/settings");
    get("/assets/missing.css");
    String before = session();
    HttpResponse<String> answer = signIn(account(Role.LEARNER), Fixtures.PASSWORD);
    assertThat(location(answer)).hasValueSatisfying(to -> assertThat(to).startsWith("/settings"));
    assertThat(session()).isNotEqualTo(before);
    assertThat(get("/settings").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormWithoutItsTokenIsShownAnew() throws Exception {
    HttpResponse<String> answer = post("/sign-in", "username=a&password=b", null);
    assertThat(location(answer)).contains("/sign-in?expired");
  }

  @Test
  void aWrongPasswordLeadsBackWithoutSayingWhatWasTyped() throws Exception {
    HttpResponse<String> answer = signIn(account(Role.LEARNER), "guess");
    assertThat(location(answer)).contains("/sign-in?error");
    assertThat(location(get("/settings"))).contains("/sign-in");
  }

  @Test
  void aForgedAddressDoesNotEscapeTheThrottle() throws Exception {
    Account learner = account(Role.LEARNER);
    for (int i = 0; i < 5; i++) {
      signIn(learner, "guess", "198.51.100." + i);
    }
    signIn(learner, Fixtures.PASSWORD, "198.51.100.77");
    assertThat(location(get("/settings"))).contains("/sign-in");
  }

  @Test
  void aDisabledAccountIsOutAtItsNextRequest() throws Exception {
    Account learner = account(Role.LEARNER);
    signIn(learner, Fixtures.PASSWORD);
    assertThat(get("/settings").statusCode()).isEqualTo(200);
    AccountEntity entity = accounts.findById(learner.id()).orElseThrow();
    entity.setEnabled(false);
    accounts.save(entity);
    assertThat(location(get("/settings"))).contains("/sign-in");
  }

  @Test
  void pagesRunNoScriptButTheirOwn() throws Exception {
    HttpResponse<String> one = get("/sign-in");
    String policy = header(one, "Content-Security-Policy");
    assertThat(policy)
        .contains("'strict-dynamic'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("script-src 'self'", "script-src 'unsafe-inline'");
    String nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
    assertThat(one.body().split("<script", -1).length)
        .isEqualTo(one.body().split("nonce=\"" + Pattern.quote(nonce), -1).length);
    assertThat(header(get("/sign-in"), "Content-Security-Policy")).doesNotContain(nonce);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/assets/base.css"})
  void everyAnswerIsCareful(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
    assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void imagesAreForThoseWhoMaySeeTheirQuizAndRunNothing() throws Exception {
    byte[] png = TestPictures.png(System.nanoTime());
    Account author = account(Role.INSTRUCTOR);
    String hash = fixtures.as(author, () -> brought(author, png));
    String path = "/picture/" + hash;
    assertThat(location(get(path))).as("strangers").contains("/sign-in");
    signIn(account(Role.LEARNER), Fixtures.PASSWORD);
    assertThat(get(path).statusCode()).isEqualTo(404);
    assertThat(get("/picture/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    browserOf(author);
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(png.length));
    assertThat(header(answer, "Cache-Control")).contains("private", "immutable");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
  }

  private String brought(Account author, byte[] png) {
    String draft = drafts.create(author.id(), "Bees").id();
    return switch (pictures.bring(author.id(), draft, png)) {
      case DraftPictures.Brought.Taken(String file) -> file.substring(0, 64);
      case DraftPictures.Brought other -> throw new AssertionError(other);
    };
  }

  private void browserOf(Account account) throws Exception {
    ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().removeAll();
    signIn(account, Fixtures.PASSWORD);
  }

  @Test
  void theSessionCookieIsForThisServerAlone() throws Exception {
    assertThat(header(get("/sign-in"), "Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
  }

  private List<RouteData> routes() {
    return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext))
        .getRegisteredRoutes()
        .stream()
        .filter(route -> isPartOfTheProgram(route.getNavigationTarget()))
        .toList();
  }

  /** Tests have views of their own. */
  private static boolean isPartOfTheProgram(Class<?> view) {
    return view.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith("/classes/");
  }

  private static String template(RouteData route) {
    return route.getTemplate().replaceAll("\\([^)]*\\)", "");
  }

  private Account account(Role role) {
    return fixtures.account(role, new StudyCalendar(ZoneOffset.UTC, 4));
  }

  private HttpResponse<String> signIn(Account account, String password) throws Exception {
    return signIn(account, password, null);
  }

  private HttpResponse<String> signIn(
      Account account, String password, @Nullable String forwardedFor) throws Exception {
    var token = CSRF.matcher(get("/sign-in").body());
    assertThat(token.find()).isTrue();
    String form =
        Map.of("username", account.username(), "password", password, "_csrf", token.group(1))
            .entrySet()
            .stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return post("/sign-in", form, forwardedFor);
  }

  private HttpResponse<String> post(String path, String form, @Nullable String forwardedFor)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (forwardedFor != null) {
      request.header("X-Forwarded-For", forwardedFor);
    }
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(port, path);
  }

  private HttpResponse<String> getManagement(String path) throws IOException, InterruptedException {
    return get(managementPort, path);
  }

  private HttpResponse<String> get(int atPort, String path)
      throws IOException, InterruptedException {
    String accept =
        path.matches(".*\\.\\w+$") || path.startsWith("/actuator") ? "*/*" : "text/html";
    return browser.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + atPort + path))
            .header("Accept", accept)
            .build(),
        BodyHandlers.ofString());
  }

  private String session() {
    return ((CookieManager) browser.cookieHandler().orElseThrow())
        .getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("JSESSIONID"))
            .findFirst()
            .orElseThrow()
            .getValue();
  }

  private static java.util.Optional<String> location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(URI::create)
        .map(to -> to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
