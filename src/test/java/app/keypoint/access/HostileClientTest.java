package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.WrittenQuestion;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.review.NewCards;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A client that speaks Vaadin's protocol by hand and sends what no screen would. Nothing is done
 * that may not be, no fault is shown, and others are answered meanwhile.
 */
@WrongPersonTest
@Tag("slow")
class HostileClientTest {

  /** Whoever drips is hung up on after 3 s; a slow machine may take longer to come to it. */
  private static final Duration AT_LAST = Duration.ofMinutes(2);

  private static final Duration SOON = Duration.ofSeconds(5);

  @Autowired WorldOfTest worlds;
  @Autowired Fixtures fixtures;
  @Autowired Catalogue catalogue;
  @Autowired NewCards newCards;
  @Autowired Drafts drafts;
  @Autowired JdbcTemplate jdbc;

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

  /** What that page alone says. */
  private static final String REMINDERS = "\"Reminders\"";

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

  /** Which of the server's answers the page has seen is no leave to click twice. */
  @Test
  void wrongSyncIdsDoNothingTwice() {
    UidlPage page = UidlPage.open(browser, FEED);
    Set<Map<String, List<String>>> seen = new HashSet<>(Set.of(rows(attacker)));
    String click = click(page);
    for (String id : List.of("7", "99999999", "-7", "0", "\"1\"", "null", "1e9", "{}")) {
      harmless(page.raw(click.replaceFirst("\"syncId\":\\d+", "\"syncId\":" + id)));
      seen.add(rows(attacker));
    }
    assertThat(seen).as("before, and after the one click").hasSizeLessThanOrEqualTo(2);
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
          if (isField(node)) {
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

  /** The same on every page of every role, by those whose pages they are. */
  @Test
  void noPageTakesWhatItsFieldsDoNotAllow() {
    World world = worlds.make();
    for (String factor : List.of("authenticator_app", "passkey")) {
      jdbc.update("delete from " + factor + " where account_id = ?", world.learner().id());
    }
    Account administrator = fixtures.administrator();
    String tooLong = "x".repeat(500_000);
    List<Object> values = List.of(tooLong, "no-such-option", -5, 1e300, true, List.of(1));
    int fields = 0;
    for (Account account : List.of(world.learner(), world.instructor(), administrator)) {
      RawBrowser own = signedIn(account);
      for (Address address : Address.all()) {
        if (!address.isFor(account.role())) {
          continue;
        }
        String route = address.of(world, worlds.quiz().id());
        for (Object value : values) {
          UidlPage page = UidlPage.open(own, route);
          List<Node> changeable = page.nodes().stream().filter(HostileClientTest::isField).toList();
          if (changeable.isEmpty()) {
            break;
          }
          fields += changeable.size();
          for (Node node : changeable) {
            harmless(
                page.send(
                    page.property(node.id(), "value", value),
                    page.event(node.id(), "change"),
                    page.event(node.id(), "value-changed")));
          }
          Instant begun = Instant.now();
          page.find("vaadin-button", "Save")
              .or(() -> page.find("button", "Check"))
              .ifPresent(act -> harmless(page.send(page.event(act.id(), "click"))));
          assertThat(Duration.between(begun, Instant.now())).as(route).isLessThan(SOON);
        }
      }
    }
    assertThat(fields).as("fields that were tried").isGreaterThan(100);
    List<Long> all = List.of(world.learner().id(), world.instructor().id(), administrator.id());
    assertThat(worlds.rows().of(all).toString()).doesNotContain("x".repeat(300), "1.0E300");
  }

  private static boolean isField(Node node) {
    return node.listeners().contains("value-changed")
        || node.listeners().contains("change")
        || node.properties().containsKey("value");
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

  /** Messages that would be in order but for their length, wherever Vaadin might answer them. */
  @Test
  void tenMegabytesAreRefused() {
    UidlPage page = UidlPage.open(browser, FEED);
    Map<String, List<String>> before = rows(attacker);
    String click = click(page);
    String upload = "/VAADIN/dynamic/resource/0/1/x";
    for (String path : List.of("/", "/VAADIN/dynamic/x", "/VAADIN/dynamic/resource")) {
      for (int length : List.of(3_000_000, 10_000_000)) {
        assertThat(status(page, path, click + " ".repeat(length))).as(path).isEqualTo(413);
      }
    }
    assertThat(status(page, upload, click + " ".repeat(3_000_000)))
        .as("where files are taken, a message is none")
        .isNotEqualTo(200);
    assertThat(status(page, upload, "x".repeat(26_000_000))).isEqualTo(413);
    assertThat(rows(attacker)).isEqualTo(before);
  }

  private int status(UidlPage page, String path, String body) {
    try {
      return page.raw(browser, path, body).statusCode();
    } catch (java.io.UncheckedIOException e) {
      return 413; // The server hung up on it.
    }
  }

  /** The browser keeps to the length of an answer; a message written by hand need not. */
  @Test
  void answersThatAreTooLongAreNotGraded() {
    QuestionVersion typed =
        catalogue.quizzes().stream()
            .flatMap(quiz -> quiz.questions().stream())
            .filter(version -> version.question() instanceof Question.Typed)
            .findFirst()
            .orElseThrow();
    fixtures.as(attacker, () -> newCards.add(attacker, typed.quizId()));
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    jdbc.update(
        "update card set retired = question_id <> ?, fresh = false, repetitions = 1,"
            + " interval_days = 1, due = ?, comes_up = ?, last_reviewed = ?, last_seen = ?,"
            + " queue_day = case when question_id = ? then cast(? as date) end"
            + " where learner_id = ?",
        typed.question().id(),
        yesterday,
        yesterday,
        yesterday.minusDays(1),
        yesterday.minusDays(1),
        typed.question().id(),
        yesterday,
        attacker.id());
    Account author = fixtures.instructor();
    String draft = fixtures.as(author, () -> draftWithTypedQuestion(author.id()));
    List<UidlPage> pages =
        List.of(
            UidlPage.open(browser, "review"),
            UidlPage.open(browser, "practice?quiz=" + typed.quizId() + "&since=1"),
            UidlPage.open(signedIn(author), "try/" + draft));
    for (UidlPage page : pages) {
      Node field =
          page.find("vaadin-text-field", "")
              .orElseThrow(() -> new AssertionError(page.words(page.nodes().getFirst())));
      Node check = page.find("button", "Check").orElseThrow();
      for (String answer : List.of("x".repeat(500_000), "\ufdfa".repeat(201))) {
        harmless(
            page.send(page.property(field.id(), "value", answer), page.event(check.id(), "click")));
        assertThat(page.find("button", "Check")).as("still asked").isPresent();
      }
      page.send(page.property(field.id(), "value", "x"), page.event(check.id(), "click"));
      assertThat(page.find("button", "Check")).as("the test's own means").isEmpty();
    }
  }

  private String draftWithTypedQuestion(long author) {
    String draft = drafts.create(author, "Bees").id();
    var point = drafts.add(author, draft, 0, new ItemBody.KeyPoint("Dances", "", "x", 1, ""));
    drafts.add(
        author,
        draft,
        0,
        WrittenQuestion.of(
            ItemBody.Type.RECALL,
            point.id(),
            "What do bees dance for?",
            List.of(),
            "food",
            List.of("nectar"),
            List.of(),
            true,
            "",
            "The article says so.",
            ""));
    return draft;
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
  void pagesThatAreOpenedAndLeftTakeNoMorePlaceThanFifty() {
    UidlPage first = UidlPage.open(browser, FEED);
    for (int i = 0; i < 49; i++) {
      UidlPage.open(browser);
    }
    assertThat(first.go(FEED).body()).contains(REMINDERS);
    UidlPage last = first;
    for (int i = 0; i < 55; i++) {
      last = UidlPage.open(browser);
    }
    assertThat(first.go(FEED).body()).doesNotContain(REMINDERS);
    assertThat(last.go(FEED).body()).contains(REMINDERS);
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

  /** Headers, of the first request of a connection or of a later one, and bodies. */
  @Test
  void whatDripsIsHungUpOn() throws Exception {
    List<Socket> drips = new ArrayList<>();
    String whole = "GET /assets/base.css HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (int i = 0; i < 100; i++) {
      drips.add(begin("GE"));
      drips.add(begin("GET /sign-in HTTP/1.1\r\nHost: loc"));
      drips.add(begin(whole + "GET /sign-in HTTP/1.1\r\nX-Drip: "));
    }
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
    Socket fresh = begin("GE");
    assertThat(drip(fresh)).as("whoever has just begun is within the grace").isTrue();
    drips.add(fresh);
    while (!drips.isEmpty() && Duration.between(begun, Instant.now()).compareTo(AT_LAST) < 0) {
      drips.removeIf(socket -> !drip(socket));
      Thread.sleep(500);
    }
    assertThat(drips).as("still held long after the grace of 3 s").isEmpty();
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
