package app.keypoint.durability;

import app.keypoint.KeypointApplication;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Responses;
import app.keypoint.time.SimulatedTime;
import app.keypoint.time.StudyCalendar;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A server of its own whose learners answer reviews as fast as it takes them, until it is killed.
 * Says on standard output what each is about to send ("SENT") and what was acknowledged ("ACK").
 */
final class AnsweringProbe {

  private static final int LEARNERS = 4;
  private static final Instant FIRST_DAY = Instant.parse("2026-03-02T09:00:00Z");

  /** System.out, but a line is gone to the parent process when println returns. */
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Reviewing reviewing;
  private final Catalogue catalogue;

  private AnsweringProbe(Reviewing reviewing, Catalogue catalogue) {
    this.reviewing = reviewing;
    this.catalogue = catalogue;
  }

  /**
   * Runs until killed.
   *
   * @param args the data folder, then the {@link Click}s to send again first, as a browser would
   *     that got no answer
   */
  public static void main(String[] args) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(KeypointApplication.class)
            .run(
                "--keypoint.data-dir=" + args[0],
                "--server.port=0",
                "--management.server.port=0",
                "--logging.level.root=error");
    AnsweringProbe probe =
        new AnsweringProbe(context.getBean(Reviewing.class), context.getBean(Catalogue.class));
    List<Account> learners =
        IntStream.range(0, LEARNERS).mapToObj(i -> learner(context, i)).toList();
    Arrays.stream(args).skip(1).map(Click::parse).forEach(click -> probe.again(learners, click));
    for (int i = 0; i < LEARNERS; i++) {
      int learner = i;
      Thread.ofPlatform().start(() -> probe.answer(learners.get(learner), learner));
    }
  }

  private void again(List<Account> learners, Click click) {
    QuestionVersion question = catalogue.question(click.questionId()).orElseThrow();
    SimulatedTime.at(click.at(), () -> send(learners.get(click.learner()), click, question));
  }

  private void answer(Account learner, int index) {
    Instant[] now = {FIRST_DAY};
    while (true) {
      SimulatedTime.at(
          now[0],
          () -> {
            Optional<DueCard> card = reviewing.next(learner);
            if (card.isEmpty()) {
              now[0] = now[0].plus(Duration.ofDays(1));
            }
            card.ifPresent(
                due ->
                    send(
                        learner,
                        new Click(
                            index,
                            due.cardId(),
                            due.version(),
                            due.question().question().id(),
                            now[0]),
                        due.question()));
          });
    }
  }

  private void send(Account learner, Click click, QuestionVersion question) {
    OUT.println("SENT " + click);
    // Hard leaves the card in today's queue, so that there is always one to answer.
    reviewing.answer(
        learner,
        new CardAnswer(
            click.cardId(),
            click.version(),
            question.id(),
            Responses.right(question.question()),
            Grade.HARD,
            Duration.ofSeconds(5)));
    OUT.println("ACK " + click);
  }

  /** An account that has finished every quiz. */
  private static Account learner(ConfigurableApplicationContext context, int index) {
    Accounts accounts = context.getBean(Accounts.class);
    String name = "probe-" + index;
    return accounts
        .byUsername(name)
        .orElseGet(
            () -> {
              Account learner =
                  accounts.create(
                      new NewAccount(
                          name,
                          name,
                          "correct horse battery",
                          Role.LEARNER,
                          new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                          null));
              List<QuizFinished.Result> results =
                  context.getBean(Catalogue.class).quizzes().stream()
                      .flatMap(quiz -> quiz.questions().stream())
                      .map(version -> new QuizFinished.Result(version.question().id(), true))
                      .toList();
              context
                  .getBean(TransactionOperations.class)
                  .executeWithoutResult(
                      tx -> {
                        results.forEach(
                            result ->
                                context.publishEvent(
                                    new QuizAnswered(
                                        learner.id(),
                                        FIRST_DAY,
                                        learner.calendar().dayOf(FIRST_DAY))));
                        context.publishEvent(
                            new QuizFinished(
                                1,
                                learner.id(),
                                "all",
                                FIRST_DAY,
                                results.size(),
                                results.size(),
                                results));
                      });
              return learner;
            });
  }
}
