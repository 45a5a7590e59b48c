package app.keypoint.load;

import app.keypoint.load.Deeds.Lost;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import app.keypoint.support.UidlPage.Node;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registers, signs in, and goes from Today to a quiz and to the reviews, by the messages that a
 * browser would send. Who loses the server signs in again and goes on where they were. Counts which
 * answers were acknowledged, so that they can be looked for afterwards.
 */
final class WalkingLearner {

  /** Reviews at a time, so that quizzes have their turn. */
  private static final int REVIEWS = 10;

  private static final List<String> QUIZZES =
      List.of(
          "introduction",
          "open-source-gambit",
          "bottom-line",
          "recursive-echo-chamber",
          "architecture-of-ambition");

  private final int port;
  private final String name;
  private final Map<String, String> headers;
  private final HttpClient client;
  private final Deeds deeds;
  private final Pace pace;
  private RawBrowser browser;
  private @Nullable UidlPage page;
  private int quiz;

  private volatile int inQuizzes;
  private volatile int inReviews;
  private volatile int unanswered;
  private volatile int signIns;

  /**
   * @param headers what every request carries
   * @param client may be shared by many
   */
  WalkingLearner(
      int port,
      String name,
      Map<String, String> headers,
      HttpClient client,
      Deeds deeds,
      Pace pace) {
    this.port = port;
    this.name = name;
    this.headers = headers;
    this.client = client;
    this.deeds = deeds;
    this.pace = pace;
    this.browser = new RawBrowser(port, headers, client);
  }

  /** A client for many learners. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  String name() {
    return name;
  }

  /** Answers in quizzes that the server said it has. */
  int inQuizzes() {
    return inQuizzes;
  }

  /** Answers in reviews that the server said it has. */
  int inReviews() {
    return inReviews;
  }

  /** Answers of which nobody knows whether the server has them. */
  int unanswered() {
    return unanswered;
  }

  int signIns() {
    return signIns;
  }

  /** Of a proxy that remembers who is served where. */
  Optional<String> cookie(String named) {
    return browser.cookie(named);
  }

  /** The same learner with the same past at another pace. */
  WalkingLearner at(Pace other, Deeds noted) {
    WalkingLearner later = new WalkingLearner(port, name, headers, client, noted, other);
    later.quiz = quiz;
    later.inQuizzes = inQuizzes;
    later.inReviews = inReviews;
    later.unanswered = unanswered;
    later.browser = browser;
    later.page = page;
    return later;
  }

  /** Makes an account, which signs in. */
  void register() {
    long since = System.nanoTime();
    UidlPage form = UidlPage.open(browser, "register");
    Map<String, String> typed =
        Map.of("username", name, "name", name, "new-password", ServerUnderLoad.PASSWORD);
    for (Node field : form.nodes()) {
      String value = typed.get(field.attributes().getOrDefault("name", ""));
      if (value != null) {
        var unused = form.send(form.property(field.id(), "value", value));
      }
    }
    Node submit = form.find("form", "").orElseThrow();
    deeds.send("registers", since, () -> form.send(form.event(submit.id(), "submit")));
    if (!browser.isSignedIn()) {
      throw deeds.failed("registers", since, "no account");
    }
  }

  /** Walks for as long as there is time. */
  void walk(BooleanSupplier isTimeLeft) throws InterruptedException {
    while (isTimeLeft.getAsBoolean()) {
      try {
        visit(isTimeLeft, Integer.MAX_VALUE);
      } catch (Lost e) {
        page = null;
      }
    }
  }

  /** Comes, answers a few questions and goes, again and again: each time from a new browser. */
  void comeAndGo(BooleanSupplier isTimeLeft, int answers) throws InterruptedException {
    while (isTimeLeft.getAsBoolean()) {
      try {
        visit(isTimeLeft, answers);
        leave();
      } catch (Lost e) {
        page = null;
      }
    }
  }

  /** The browser is closed. */
  void leave() {
    browser = new RawBrowser(port, headers, client);
    page = null;
  }

  /** Today, then a quiz and the reviews, until so many answers are given or there is no more. */
  private void visit(BooleanSupplier isTimeLeft, int answers) throws InterruptedException {
    UidlPage now = page == null ? signIn() : page;
    page = now;
    go(now, "opens Today", "");
    int before = inQuizzes + inReviews;
    BooleanSupplier goesOn =
        () -> isTimeLeft.getAsBoolean() && inQuizzes + inReviews - before < answers;
    QuestionOnPage question = new QuestionOnPage(now);
    go(now, "starts a quiz", "quiz/" + QUIZZES.get(quiz % QUIZZES.size()) + "/start");
    if (!question.isAsked()) {
      // All was answered before the server was lost, and the score not yet looked at.
      deeds.send("goes on", pace.next(), () -> now.send(question.goOn()));
    }
    while (goesOn.getAsBoolean() && question.isAsked()) {
      inQuiz(now, question);
    }
    if (goesOn.getAsBoolean()) {
      quiz++;
      go(now, "opens the reviews", "review");
      for (int i = 0; i < REVIEWS && goesOn.getAsBoolean() && question.isAsked(); i++) {
        review(now, question);
      }
    }
  }

  private UidlPage signIn() throws InterruptedException {
    long since = pace.next();
    try {
      var unused = browser.signIn(name, ServerUnderLoad.PASSWORD);
      if (browser.isSignedIn()) {
        UidlPage opened = UidlPage.open(browser);
        deeds.took("signs in", since, true);
        signIns++;
        return opened;
      }
    } catch (RuntimeException | AssertionError e) {
      throw deeds.failed("signs in", since, e.getClass().getSimpleName());
    }
    throw deeds.failed("signs in", since, "refused");
  }

  private void go(UidlPage now, String what, String route) throws InterruptedException {
    deeds.send(what, pace.next(), () -> now.go(route));
  }

  private void inQuiz(UidlPage now, QuestionOnPage question) throws InterruptedException {
    answer(now, question);
    requireTaken(!question.isAsked() && question.goesOn());
    inQuizzes++;
    deeds.send("goes on", pace.next(), () -> now.send(question.goOn()));
  }

  /** What was right is recorded with its grade, what was typed when it can be overruled no more. */
  private void review(UidlPage now, QuestionOnPage question) throws InterruptedException {
    boolean typed = now.find("vaadin-text-field", "").isPresent();
    answer(now, question);
    if (question.waitsForGrade()) {
      recording("grades", pace.next(), now, question.grade());
      inReviews++;
    } else if (typed) {
      recording("goes on", pace.next(), now, question.goOn());
      inReviews++;
    } else {
      requireTaken(!question.isAsked() && question.goesOn());
      inReviews++;
      deeds.send("goes on", pace.next(), () -> now.send(question.goOn()));
    }
  }

  private void answer(UidlPage now, QuestionOnPage question) throws InterruptedException {
    long since = pace.next();
    List<ObjectNode> messages = question.answer();
    for (ObjectNode message : messages.subList(0, messages.size() - 1)) {
      deeds.send("picks", since, () -> now.send(message));
      since = System.nanoTime();
    }
    recording("answers", since, now, messages.getLast());
  }

  private void requireTaken(boolean taken) {
    if (!taken) {
      throw deeds.failed("answers", System.nanoTime(), "not taken");
    }
  }

  /** May leave an answer with the server even if nothing comes back. */
  private void recording(String what, long since, UidlPage now, ObjectNode message) {
    try {
      deeds.send(what, since, () -> now.send(message));
    } catch (Lost e) {
      unanswered++;
      throw e;
    }
  }
}
