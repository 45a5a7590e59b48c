package app.keypoint.load;

import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import app.keypoint.support.UidlPage.Node;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Takes a quiz again and again, by the messages that a browser would send. */
final class AnsweringLearner {

  /** Quick for a reader, and slow enough that the learner is no load. */
  static final Duration THINKING = Duration.ofMillis(200);

  private final RawBrowser browser;
  private UidlPage page;

  /** Signs in. */
  AnsweringLearner(int port) {
    browser = new RawBrowser(port, Map.of("X-Forwarded-For", "198.51.100.7"));
    var unused = browser.signIn(ServerUnderLoad.LEARNER, ServerUnderLoad.PASSWORD);
    if (!browser.isSignedIn()) {
      throw new IllegalStateException("The learner could not sign in");
    }
    page = begin();
  }

  private UidlPage begin() {
    return UidlPage.open(browser, "quiz/open-source-gambit/start");
  }

  /** Answers, and asks for the next question, until the time is up, with a pause before each. */
  Latencies answer(Duration time, Duration thinking) throws InterruptedException {
    Latencies answers = new Latencies();
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      Thread.sleep(thinking);
      Optional<Node> option = keyed("a");
      if (option.isPresent() && keyed("Enter").isEmpty()) {
        send(answers, page.event(option.get().id(), "click"));
      } else if (option.isPresent()) {
        // Several may be right: what is picked is checked together.
        send(answers, page.event(option.get().id(), "click"));
        send(answers, page.event(keyed("Enter").orElseThrow().id(), "click"));
      } else {
        Optional<Node> field = page.find("vaadin-text-field", "");
        Node enter = keyed("Enter").orElseThrow();
        if (field.isPresent()) {
          send(answers, page.property(field.get().id(), "value", "no idea"));
          send(answers, page.event(enter.id(), "click"));
        } else {
          throw new IllegalStateException("No question is shown");
        }
      }
      Thread.sleep(thinking);
      send(answers, page.event(keyed("Enter").orElseThrow().id(), "click"));
      if (keyed("a").isEmpty() && page.find("vaadin-text-field", "").isEmpty()) {
        page = begin();
      }
    }
    return answers;
  }

  private void send(Latencies latencies, ObjectNode message) {
    long begun = System.nanoTime();
    HttpResponse<String> answer = page.send(message);
    latencies.took(System.nanoTime() - begun, RawBrowser.answeredByVaadin(answer));
  }

  private Optional<Node> keyed(String key) {
    return page.nodes().stream()
        .filter(node -> key.equals(node.attributes().get("data-key")))
        .findFirst();
  }
}
