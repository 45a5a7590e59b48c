package app.keypoint.load;

import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
      QuestionOnPage question = new QuestionOnPage(page);
      if (!question.isAsked()) {
        throw new IllegalStateException("No question is shown");
      }
      question.answer().forEach(message -> send(answers, message));
      Thread.sleep(thinking);
      send(answers, question.goOn());
      if (!question.isAsked()) {
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
}
