package app.keypoint.load;

import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What sessions hold of a server's memory: learners sign in from some browsers each, look at Today
 * there, and sign out. The sign-in page is left by every browser as it is in life: its page goes
 * with the next one.
 */
final class SessionsLoad {

  private static final int AT_ONCE = 8;

  /** Fewer than anybody may have. */
  private static final int SESSIONS_OF_ONE = 5;

  /** A whole quiz, and a few of the next. */
  private static final int ANSWERS = 15;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Of which every element of an open page has one. */
  static final String NODE = "com.vaadin.flow.internal.StateNode";

  private final HttpClient client = WalkingLearner.client();
  private final int port;
  private final Process server;

  private SessionsLoad(Process server) throws Exception {
    this.server = server;
    this.port = Programs.port(server);
  }

  /**
   * @param sessions that were open at once
   */
  record Outcome(int sessions, LiveHeap before, LiveHeap open, LiveHeap left) {

    /** Of a session with Today open, in KB. */
    double heldOpen() {
      return kilobytes(open);
    }

    /** Of a session that was ended, in KB. */
    double heldAfter() {
      return kilobytes(left);
    }

    private double kilobytes(LiveHeap then) {
      return (then.total() - before.total()) / 1_000.0 / sessions;
    }
  }

  /**
   * @param args how many sessions
   */
  public static void main(String[] args) throws Exception {
    int sessions = Integer.parseInt(args[0]);
    if (sessions < 1 || sessions > 5_000) {
      throw new IllegalArgumentException("At most 5,000 sessions");
    }
    Outcome outcome = run(sessions);
    System.out.printf(
        "%n%,d sessions with Today open hold %.0f KB each, and %.1f KB each after they signed out%n",
        sessions, outcome.heldOpen(), outcome.heldAfter());
    outcome
        .open()
        .grownSince(outcome.before(), 15)
        .forEach(
            grown ->
                System.out.printf(
                    "%8.1f KB of a session: %s%n",
                    grown.getValue() / 1_000.0 / sessions, grown.getKey()));
    System.exit(0);
  }

  /** On a server of its own, which is ended afterwards. */
  static Outcome run(int sessions) throws Exception {
    Path target = Files.createDirectories(Path.of("target"));
    Path data = Files.createTempDirectory(target, "load-").toAbsolutePath();
    Process process =
        Programs.start(
            List.of(
                "-Xmx%dm".formatted(512 + sessions / 2),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"), // what is held is the same, and is there sooner
            ServerUnderLoad.class,
            List.of(data.toString()));
    try {
      return new SessionsLoad(process).measure(sessions);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Outcome measure(int sessions) throws Exception {
    int learners = Math.ceilDiv(sessions, SESSIONS_OF_ONE);
    var unused = all(IntStream.range(0, learners).<Deed<Boolean>>mapToObj(this::begin).toList());
    leave(open(sessions)); // until what is kept once for all is there
    LiveHeap before = LiveHeap.of(server);
    List<UidlPage> pages = open(sessions);
    LiveHeap open = LiveHeap.of(server);
    leave(pages);
    LiveHeap left = LiveHeap.of(server);
    for (int i = 0; i < 20 && left.of(NODE) > before.of(NODE); i++) {
      Thread.sleep(500); // some may be about to end
      left = LiveHeap.of(server);
    }
    return new Outcome(sessions, before, open, left);
  }

  /** A learner with nothing behind them has little on Today. */
  private Deed<Boolean> begin(int nth) {
    return () -> {
      WalkingLearner learner =
          new WalkingLearner(port, name(nth), from(nth), client, new Deeds(), Pace.hurried());
      learner.register();
      long end = System.nanoTime() + PATIENCE.toNanos();
      learner.comeAndGo(() -> learner.inQuizzes() < ANSWERS && System.nanoTime() < end, ANSWERS);
      if (learner.inQuizzes() < ANSWERS) {
        throw new IllegalStateException("Only " + learner.inQuizzes() + " answers");
      }
      return true;
    };
  }

  private List<UidlPage> open(int sessions) throws Exception {
    return all(IntStream.range(0, sessions).<Deed<UidlPage>>mapToObj(this::openToday).toList());
  }

  private Deed<UidlPage> openToday(int nth) {
    return () -> {
      RawBrowser browser = new RawBrowser(port, from(nth), client);
      UidlPage signIn = UidlPage.open(browser, "sign-in");
      var signedIn = browser.signIn(name(nth / SESSIONS_OF_ONE), ServerUnderLoad.PASSWORD);
      var closed = signIn.close();
      return UidlPage.open(browser, "");
    };
  }

  private static String name(int learner) {
    return "learner-" + learner;
  }

  private static Map<String, String> from(int nth) {
    return Map.of("X-Forwarded-For", "198.18.%d.%d".formatted(nth / 250, nth % 250 + 1));
  }

  private void leave(List<UidlPage> pages) throws Exception {
    var unused =
        all(
            pages.stream()
                .<Deed<Boolean>>map(
                    page ->
                        () -> {
                          int menu = page.find("button", "aria-hidden").orElseThrow().id();
                          var opened = page.send(page.event(menu, "click"));
                          int button = page.find("button", "Sign out").orElseThrow().id();
                          HttpResponse<String> answer = page.send(page.event(button, "click"));
                          if (!answer.body().contains("vaadin-redirect")) { // to the first page
                            throw new IllegalStateException(
                                "Not signed in any more: " + answer.body());
                          }
                          return true;
                        })
                .toList());
  }

  private interface Deed<T> {
    T get() throws Exception;
  }

  private static <T> List<T> all(List<Deed<T>> deeds) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<T>> begun = deeds.stream().map(deed -> threads.submit(deed::get)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> each : begun) {
        results.add(each.get());
      }
      return results;
    }
  }
}
