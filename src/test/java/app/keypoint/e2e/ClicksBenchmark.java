package app.keypoint.e2e;

import app.keypoint.KeypointApplication;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import app.keypoint.support.Studying;
import app.keypoint.time.StudyCalendar;
import com.microsoft.playwright.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a click's longest request takes until its answer is there, as a browser on the same machine
 * measures it: with the demo's twelve weeks and a learner whose every card is due.
 */
final class ClicksBenchmark {

  private static final String LEARNER = "clicking";
  private static final String PASSWORD = "correct horse battery";

  /** The first of each are not counted: a server that has just started has not compiled them. */
  private static final int WARM_UP = 20;

  private static final int ROUNDS = 30;

  private static final String LONGEST =
      """
      () => Math.max(0, ...performance.getEntriesByType('resource')
          .filter(each => each.name.includes('v-r=uidl')).map(each => each.duration))
      """;

  private final ConfigurableApplicationContext server;
  private final Browser browser;
  private final Map<String, List<Double>> took = new LinkedHashMap<>();

  private ClicksBenchmark(ConfigurableApplicationContext server, Browser browser) {
    this.server = server;
    this.browser = browser;
  }

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "clicks-");
    try (ConfigurableApplicationContext server =
            new SpringApplicationBuilder(KeypointApplication.class)
                .profiles("demo")
                .run(
                    "--keypoint.data-dir=" + data,
                    "--server.port=0",
                    "--management.server.port=0",
                    "--logging.level.root=error");
        Chromium.Running running = Chromium.launch()) {
      new ClicksBenchmark(server, running.browser()).measure();
    }
    System.exit(0);
  }

  private void measure() {
    Account account = learner();
    Visitor learner = visitor().enterAs(LEARNER, PASSWORD).open("");
    takeQuizzes(learner, account);
    review(learner, account);
    go(learner, "Today", "", "quizzes");
    go(learner, "Cards", "cards", "quizzes");
    go(learner, "Progress", "progress", "quizzes");
    Visitor instructor = visitor().enterAs("instructor").open("cohorts");
    String cohort = instructor.page().locator(".cohort-card h2 a").first().getAttribute("href");
    go(instructor, "a cohort of 25", cohort, "cohorts");
    System.out.printf("%n%-16s %6s %6s %6s ms%n", "", "p50", "p90", "worst");
    took.forEach(
        (click, all) -> {
          List<Double> sorted = all.stream().skip(WARM_UP).sorted().toList();
          System.out.printf(
              "%-16s %6.1f %6.1f %6.1f  of %d%n",
              click,
              sorted.get(sorted.size() / 2),
              sorted.get(sorted.size() * 9 / 10),
              sorted.getLast(),
              sorted.size());
        });
  }

  /** Each quiz was taken a month ago and reviewed the day after, and not since. */
  private Account learner() {
    Account account =
        server
            .getBean(Accounts.class)
            .create(
                new NewAccount(
                    LEARNER,
                    "Learner who is measured",
                    PASSWORD,
                    Role.LEARNER,
                    new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                    null));
    Studying studying =
        new Studying(
            server.getBean(Reviewing.class), server, server.getBean(TransactionOperations.class));
    Instant then = Instant.now().minus(Duration.ofDays(33));
    for (Quiz quiz : quizzes()) {
      studying.finishQuiz(account, then, quiz.questions(), 0);
    }
    studying.review(account, then.plus(Duration.ofDays(1)), 0);
    return account;
  }

  private List<Quiz> quizzes() {
    return server.getBean(Catalogue.class).quizzes();
  }

  private void takeQuizzes(Visitor learner, Account account) {
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    for (Quiz quiz : quizzes()) {
      Attempt attempt = server.getBean(QuizTaking.class).startAgain(account.id(), quiz.id());
      learner.open("attempt/" + attempt.id());
      for (Attempt.Item item : attempt.items()) {
        learner.progressIs(item.position(), attempt.items().size());
        time(learner, "an answer", () -> answers.wrongly(item.asked().question()));
        time(learner, "Continue", () -> learner.press("Enter"));
      }
    }
  }

  private void review(Visitor learner, Account account) {
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    Reviewing reviewing = server.getBean(Reviewing.class);
    learner.open("review");
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      reviewing
          .next(account)
          .ifPresent(
              card -> {
                answers.rightly(card.question().question());
                time(learner, "a grade", () -> learner.press("3"));
              });
    }
  }

  private void go(Visitor visitor, String what, String there, String back) {
    visitor.open(back);
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      time(visitor, what, () -> visitor.follow(there));
      visitor.follow(back);
    }
  }

  private void time(Visitor visitor, String click, Runnable deed) {
    visitor.page().evaluate("performance.clearResourceTimings()");
    deed.run();
    visitor.settle();
    Number longest = (Number) visitor.page().evaluate(LONGEST);
    took.computeIfAbsent(click, _ -> new ArrayList<>()).add(longest.doubleValue());
  }

  private Visitor visitor() {
    String port = server.getEnvironment().getRequiredProperty("local.server.port");
    return new Visitor(browser, Look.USUAL, "http://localhost:" + port);
  }
}
