package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import app.keypoint.support.UidlPage.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A client that speaks Vaadin's protocol by hand and sends what no screen would. Nothing is done
 * that may not be, no fault is shown, and others are answered meanwhile.
 */
@WrongPersonTest
@Tag("slow")
class HostileClientTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Autowired WorldOfTest worlds;
  @Autowired Fixtures fixtures;

  private RawBrowser browser;
  private Account attacker;

  @BeforeEach
  void anAttacker() {
    attacker = fixtures.learner();
    browser = signedIn(attacker);
  }

  /** Whatever was sent, the next visitor gets a page and the attacker's session goes on or not. */
  @AfterEach
  void othersAreAnswered() {
    Instant begun = Instant.now();
    assertThat(new RawBrowser(worlds.port()).get("/sign-in").statusCode()).isEqualTo(200);
    assertThat(Duration.between(begun, Instant.now())).isLessThan(SOON);
  }

  private RawBrowser signedIn(Account account) {
    RawBrowser signedIn = new RawBrowser(worlds.port());
    signedIn.signIn(account.username(), Fixtures.PASSWORD);
    return signedIn;
  }

  private Map<String, List<String>> rows(Account of) {
    return worlds.rows().of(List.of(of.id()));
  }

  private static final String FEED = "settings/reminders";

  /** The message of a click that makes the address of a calendar anew. */
  private static String click(UidlPage page) {
    Node button =
        page.find("vaadin-button", "Make an address")
            .or(() -> page.find("vaadin-button", "Make a new one"))
            .orElseThrow();
    return message(page, page.event(button.id(), "click"));
  }

  private static String message(UidlPage page, tools.jackson.databind.JsonNode... invocations) {
    return page.message(
            tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .createArrayNode()
                .addAll(List.of(invocations)))
        .toString();
  }

  @Test
  void aClickCounts() {
    UidlPage page = UidlPage.open(browser, FEED);
    Map<String, List<String>> before = rows(attacker);
    assertThat(RawBrowser.answeredByVaadin(page.raw(click(page)))).isTrue();
    assertThat(rows(attacker)).as("the test's own means").isNotEqualTo(before);
  }

  @Test
  void aReplayedMessageCountsOnce() {
    UidlPage page = UidlPage.open(browser, FEED);
    String click = click(page);
    page.raw(click);
    Map<String, List<String>> once = rows(attacker);
    for (int i = 0; i < 5; i++) {
      harmless(page.raw(click));
    }
    assertThat(rows(attacker)).isEqualTo(once);
  }

  @Test
  void messagesOutOfOrderAreNotHeeded() {
    UidlPage page = UidlPage.open(browser, FEED);
    Map<String, List<String>> before = rows(attacker);
    String click = click(page);
    for (String id : List.of("7", "99999999", "-7", "0", "\"1\"", "null", "1e9", "{}")) {
      harmless(page.raw(click.replaceFirst("\"clientId\":\\d+", "\"clientId\":" + id)));
    }
    assertThat(rows(attacker)).isEqualTo(before);
  }

  @Test
  void theKeyOfThePageIsAsked() {
    UidlPage page = UidlPage.open(browser, FEED);
    Map<String, List<String>> before = rows(attacker);
    String click = click(page);
    for (String key :
        List.of("\"csrfToken\":\"init\",", "\"csrfToken\":\"\",", "", "\"csrfToken\":null,")) {
      harmless(page.raw(click.replaceFirst("\"csrfToken\":\"[^\"]*\",", key)));
    }
    assertThat(rows(attacker)).isEqualTo(before);
  }

  @Test
  void anotherPersonsPageIsOutOfReach() {
    Account victim = fixtures.learner();
    UidlPage page = UidlPage.open(signedIn(victim), FEED);
    Map<String, List<String>> before = rows(victim);
    String click = click(page);
    UidlPage.open(browser, FEED);
    for (RawBrowser sender : List.of(browser, new RawBrowser(worlds.port()))) {
      HttpResponse<String> answer = page.raw(sender, click);
      harmless(answer);
      assertThat(RawBrowser.answeredByVaadin(answer)).isFalse();
    }
    assertThat(rows(victim)).isEqualTo(before);
  }

  @Test
  void nodesThatAreNotThereAndMethodsThatNobodyOpenedDoNothing() {
    UidlPage page = UidlPage.open(browser, FEED);
    Map<String, List<String>> before = rows(attacker);
    for (int node : List.of(0, -1, 99_999, Integer.MAX_VALUE)) {
      harmless(page.send(page.event(node, "click")));
      harmless(page.send(page.property(node, "value", "x")));
      page = UidlPage.open(browser, FEED);
    }
    for (Node node : page.nodes()) {
      if (!node.listeners().isEmpty()) {
        harmless(
            page.send(
                page.call(node.id(), "make"),
                page.call(node.id(), "click"),
                page.call(node.id(), "getElement"),
                page.call(node.id(), "setEnabled", true)));
      }
    }
    assertThat(rows(attacker)).isEqualTo(before);
  }

  /** Options that were not offered, numbers outside, texts too long, of every field of a page. */
  @Test
  void valuesThatTheScreenWouldNotAllowAreNotTaken() {
    for (String route : List.of("settings", "settings/reviews", FEED, "catch-up")) {
      for (Object value :
          List.of("no-such-option", "99999999", -5, 1e300, true, "x".repeat(100_000), List.of(1))) {
        UidlPage page = UidlPage.open(browser, route);
        for (Node node : page.nodes()) {
          if (node.listeners().contains("value-changed")
              || node.listeners().contains("change")
              || node.properties().containsKey("value")) {
            harmless(
                page.send(
                    page.property(node.id(), "value", value),
                    page.event(node.id(), "change"),
                    page.event(node.id(), "value-changed")));
          }
        }
        page.find("vaadin-button", "Save")
            .ifPresent(save -> harmless(page.send(page.event(save.id(), "click"))));
      }
    }
    assertThat(rows(attacker).get("review_preferences"))
        .as("still its defaults or none")
        .allSatisfy(row -> assertThat(row).doesNotContain("99999999", "-5"));
    assertThat(rows(attacker).toString()).doesNotContain("no-such-option", "xxxxxxxx");
  }

  static List<String> broken() {
    return List.of(
        "",
        " ",
        "{",
        "[]",
        "null",
        "1",
        "\"x\"",
        "{}",
        "{\"rpc\":{}}",
        "{\"csrfToken\":[],\"rpc\":[]}",
        "{\"csrfToken\":\"x\",\"rpc\":null,\"syncId\":\"x\",\"clientId\":{}}",
        "{\"csrfToken\":{\"a\":1}}",
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        "{\"rpc\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}",
        "{\"n\":" + "9".repeat(50_000) + "}",
        "\u0000\uffff\ud800",
        "<xml/>");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsNoMessageDoesNothing(String body) {
    Map<String, List<String>> before = rows(attacker);
    harmless(UidlPage.open(browser, FEED).raw(body));
    assertThat(rows(attacker)).isEqualTo(before);
  }

  @Test
  void invocationsThatAreNoneDoNothing() {
    Map<String, List<String>> before = rows(attacker);
    for (String invocation :
        List.of(
            "{}",
            "null",
            "[]",
            "{\"type\":\"event\"}",
            "{\"type\":\"no-such\",\"node\":1}",
            "{\"type\":\"mSync\",\"node\":1,\"feature\":99,\"property\":\"x\",\"value\":1}",
            "{\"type\":\"mSync\",\"node\":1,\"feature\":1,\"property\":\"innerHTML\",\"value\":\"x\"}",
            "{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":\"close\"}",
            "{\"type\":\"channel\",\"node\":1,\"channel\":0,\"args\":[]}",
            "{\"type\":\"navigation\",\"location\":\"admin\"}",
            "{\"type\":\"attachExistingElement\",\"node\":1,\"reqId\":1,\"assignedId\":1}")) {
      UidlPage page = UidlPage.open(browser, FEED);
      harmless(page.raw(message(page).replace("\"rpc\":[]", "\"rpc\":[" + invocation + "]")));
    }
    assertThat(rows(attacker)).isEqualTo(before);
  }

  @Test
  void tenMegabytesAreRefused() {
    UidlPage page = UidlPage.open(browser, FEED);
    Integer status;
    try {
      status = page.raw("x".repeat(10_000_000)).statusCode();
    } catch (java.io.UncheckedIOException e) {
      status = 413; // The server hung up on it.
    }
    assertThat(status).isEqualTo(413);
  }

  @Test
  void twoHundredParametersAreRefused() {
    String many =
        IntStream.range(0, 200).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    assertThat(browser.get("/sign-in?" + many).statusCode()).isBetween(400, 499);
    HttpResponse<String> form =
        browser.send(
            "/sign-in",
            request ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(many)));
    assertThat(form.statusCode()).isBetween(400, 499);
  }

  @Test
  void aThousandSessionsOfOneAddressKeepNobodyOut() throws Exception {
    try (HttpClient without = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + worlds.port() + "/sign-in"))
              .header("Accept", "text/html")
              .build();
      for (int i = 0; i < 1_000; i++) {
        assertThat(without.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      }
    }
    assertThat(browser.isSignedIn()).isTrue();
    assertThat(signedIn(fixtures.learner()).isSignedIn()).isTrue();
  }

  @Test
  void bodiesThatDripAreHungUpOn() throws Exception {
    List<Socket> drips = new ArrayList<>();
    for (String path : List.of("/sign-in", "/register?v-r=uidl&v-uiId=0", "/assets/x", "/logout")) {
      for (int i = 0; i < 10; i++) {
        drips.add(
            begin(
                "POST "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nu"));
      }
    }
    othersAreAnswered();
    Instant begun = Instant.now();
    List<Socket> open = new ArrayList<>(drips);
    while (!open.isEmpty() && Duration.between(begun, Instant.now()).toSeconds() < 20) {
      open.removeIf(socket -> !drip(socket));
      Thread.sleep(500);
    }
    assertThat(open).as("still held after 20 s, with a grace of 3 s").isEmpty();
  }

  /** Whether it is the first request of a connection or a later one. */
  @Test
  void headersThatDripAreHungUpOn() throws Exception {
    List<Socket> drips = new ArrayList<>();
    String whole = "GET /assets/base.css HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (int i = 0; i < 100; i++) {
      drips.add(begin("GE"));
      drips.add(begin("GET /sign-in HTTP/1.1\r\nHost: loc"));
      drips.add(begin(whole + "GET /sign-in HTTP/1.1\r\nX-Drip: "));
    }
    othersAreAnswered();
    Instant begun = Instant.now();
    drips.removeIf(socket -> !drip(socket));
    assertThat(drips).as("who is within the grace").isNotEmpty();
    while (!drips.isEmpty() && Duration.between(begun, Instant.now()).toSeconds() < 20) {
      drips.removeIf(socket -> !drip(socket));
      Thread.sleep(500);
    }
    assertThat(drips).as("still held after 20 s, with a grace of 3 s").isEmpty();
  }

  private Socket begin(String text) throws IOException {
    Socket socket = new Socket("127.0.0.1", worlds.port());
    socket.setSoTimeout(1);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /** Sends one byte more; false when the server has hung up. */
  private static boolean drip(Socket socket) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write('x');
      out.flush();
      return !ended(socket);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean ended(Socket socket) throws IOException {
    try {
      int read = 0;
      for (int i = 0; i < 100_000 && read >= 0; i++) {
        read = socket.getInputStream().read();
      }
      return read < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }

  private static void harmless(HttpResponse<String> answer) {
    assertThat(answer.body()).doesNotContain("\tat ", "Exception", "java.lang");
    if (answer.statusCode() >= 500) {
      assertThat(answer.body()).as("of an error").hasSizeLessThan(500);
    }
  }
}
