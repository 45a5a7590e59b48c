package app.keypoint.load;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import app.keypoint.support.UidlPage.Node;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * A crowd without accounts, each from an address of their own, who open the sign-in page, try
 * passwords, register and send wrong codes, one request after the other and as fast as they are
 * answered, until the time is up. Reports on standard output what they got.
 */
final class Strangers {

  static final String DID = "DID ";

  private final int port;
  private final HttpClient client;
  private final Instant end;

  /** What they did, with the answer's status, and how often. */
  private final Map<String, LongAdder> done = new ConcurrentSkipListMap<>();

  private Strangers(int port, HttpClient client, Instant end) {
    this.port = port;
    this.client = client;
    this.end = end;
  }

  /**
   * @param args the port, how many, and for how many seconds
   */
  public static void main(String[] args) throws InterruptedException {
    int count = Integer.parseInt(args[1]);
    Instant end = Instant.now().plusSeconds(Long.parseLong(args[2]));
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    Strangers strangers = new Strangers(Integer.parseInt(args[0]), client, end);
    CountDownLatch gone = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      int nth = i;
      var unused =
          Thread.ofVirtual()
              .start(
                  () -> {
                    strangers.come(nth);
                    gone.countDown();
                  });
    }
    // What has not been answered by then is not waited for, unless nothing has.
    var unused = gone.await(Duration.between(Instant.now(), end).toMillis() + 2_000, MILLISECONDS);
    for (int waited = 0; strangers.done.isEmpty() && waited < 30; waited++) {
      unused = gone.await(1_000, MILLISECONDS);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    strangers.done.forEach((what, times) -> out.println(DID + what + " " + times));
    System.exit(0);
  }

  private void come(int nth) {
    String address = "198.18.%d.%d".formatted(nth / 250, nth % 250 + 1);
    while (isTimeLeft()) {
      RawBrowser browser = new RawBrowser(port, Map.of("X-Forwarded-For", address), client);
      attempt("opens the page", () -> UidlPage.open(browser).go("sign-in"));
      for (int i = 0; i < 5; i++) {
        attempt("tries a password", () -> browser.signIn(name(), "wrong " + name()));
        attempt("sends a code", () -> code(browser));
      }
      attempt("registers", () -> register(browser));
    }
  }

  private interface Deed {
    HttpResponse<String> get();
  }

  private void attempt(String what, Deed deed) {
    if (!isTimeLeft()) {
      return;
    }
    String result;
    try {
      result = String.valueOf(deed.get().statusCode());
    } catch (RuntimeException | AssertionError e) {
      result = "none";
    }
    done.computeIfAbsent(what + ": " + result, _ -> new LongAdder()).increment();
  }

  private boolean isTimeLeft() {
    return Instant.now().isBefore(end);
  }

  private static String name() {
    return UUID.randomUUID().toString();
  }

  private static HttpResponse<String> code(RawBrowser browser) {
    return browser.send(
        "/sign-in/code",
        request ->
            request
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("code=123456")));
  }

  /** With a name that nobody has and a join code that no cohort has. */
  private static HttpResponse<String> register(RawBrowser browser) {
    UidlPage page = UidlPage.open(browser, "register");
    Map<String, String> typed =
        Map.of(
            "username", "n" + name(), "name", "Somebody", "new-password", name(), "off", "AAA-AAA");
    for (Node field : page.nodes()) {
      String value = typed.get(field.attributes().getOrDefault("name", ""));
      if (value != null) {
        var unused = page.send(page.property(field.id(), "value", value));
      }
    }
    Node form = page.find("form", "").orElseThrow();
    return page.send(page.event(form.id(), "submit"));
  }
}
