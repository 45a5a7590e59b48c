package app.keypoint.benchmark;

import app.keypoint.KeypointApplication;
import app.keypoint.cards.Cards;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.CatchingUp;
import app.keypoint.review.DueCard;
import app.keypoint.review.NewCards;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Responses;
import app.keypoint.time.SimulatedTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Takes a thousand random steps in the lives of the demo's learners, by the services that the
 * screens call, so that {@code script/check-data} has something to look at. Arguments: the data
 * folder, the number of steps, the seed.
 */
final class RandomSteps {

  private static final List<StepKind> ACTIONS = List.copyOf(StepKind.ACTIONS);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(10);

  private final ConfigurableApplicationContext server;
  private final Random random;
  private final Map<Step, Integer> taken = new EnumMap<>(Step.class);
  private Instant now;

  private RandomSteps(ConfigurableApplicationContext server, long seed) {
    this.server = server;
    this.random = new Random(seed);
    this.now = server.getBean(Clock.class).instant();
  }

  public static void main(String[] args) {
    String folder = args[0];
    int steps = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
    try (ConfigurableApplicationContext server =
        new SpringApplicationBuilder(KeypointApplication.class)
            .profiles("demo")
            .run(
                "--keypoint.data-dir=" + folder,
                "--server.port=0",
                "--management.server.port=0",
                "--logging.level.root=warn")) {
      RandomSteps life = new RandomSteps(server, seed);
      for (int step = 0; step < steps; step++) {
        life.step();
      }
      System.out.printf("%d steps, seed %d: %s%n", steps, seed, life.taken);
    }
  }

  /** What a learner may do. */
  private enum Step {
    ANSWER,
    ACT,
    PRACTISE,
    UNDO,
    QUIZ,
    NEW_CARDS,
    MANY_CARDS,
    RESUME,
    CATCH_UP,
    IMPORT,
    TAKE_BACK_IMPORT,
    SETTINGS
  }

  private void step() {
    now =
        now.plusSeconds(
            random.nextLong(1, random.nextInt(20) == 0 ? LONGEST_PAUSE.toSeconds() : 60));
    List<Account> learners =
        IntStream.rangeClosed(1, 12)
            .mapToObj("learner-%02d"::formatted)
            .map(name -> bean(Accounts.class).byUsername(name))
            .flatMap(Optional::stream)
            .toList();
    Account learner = any(learners);
    Step step = random.nextInt(3) == 0 ? any(List.of(Step.values())) : Step.ANSWER;
    taken.merge(step, 1, Integer::sum);
    SimulatedTime.at(now, () -> take(step, learner));
  }

  private void take(Step step, Account learner) {
    switch (step) {
      case ANSWER ->
          bean(Reviewing.class)
              .next(learner)
              .ifPresent(card -> ignored(bean(Reviewing.class).answer(learner, answer(card))));
      case ACT ->
          bean(Reviewing.class)
              .next(learner)
              .ifPresent(
                  card ->
                      ignored(
                          bean(Reviewing.class)
                              .act(learner, card.cardId(), card.version(), any(ACTIONS))));
      case PRACTISE ->
          bean(PracticeSessions.class)
              .at(learner, new PracticeScope.OfQuiz(anyQuiz().id()), now)
              .next()
              .ifPresent(
                  card -> ignored(bean(PracticeAnswers.class).answer(learner, answer(card))));
      case UNDO -> ignored(bean(Reviewing.class).undo(learner));
      case QUIZ -> takeQuiz(learner);
      case NEW_CARDS ->
          ignored(
              random.nextBoolean()
                  ? bean(NewCards.class).add(learner, anyQuiz().id())
                  : bean(NewCards.class).withdraw(learner, anyQuiz().id()));
      case MANY_CARDS ->
          ignored(
              bean(Reviewing.class)
                  .act(
                      learner,
                      bean(Cards.class)
                          .find(
                              learner,
                              Cards.Filter.ALL,
                              any(List.of(Cards.Order.values())),
                              random.nextBoolean(),
                              0,
                              5)
                          .stream()
                          .map(Cards.Card::id)
                          .toList(),
                      any(ACTIONS)));
      case RESUME -> ignored(bean(Reviewing.class).resume(learner));
      case CATCH_UP -> ignored(bean(CatchingUp.class).spread(learner, 1 + random.nextInt(9)));
      case IMPORT -> ignored(bean(ReviewHistory.class).add(learner, past()));
      case TAKE_BACK_IMPORT ->
          bean(ReviewHistory.class).imports(learner.id()).stream()
              .findFirst()
              .ifPresent(last -> bean(ReviewHistory.class).takeBack(learner, last.id()));
      case SETTINGS ->
          ignored(
              bean(ReviewSettings.class)
                  .change(
                      learner,
                      new ReviewPreferences(
                          random.nextInt(20),
                          random.nextBoolean() ? null : 1 + random.nextInt(200),
                          random.nextBoolean(),
                          random.nextBoolean(),
                          any(List.of(ReviewPreferences.Algorithm.values())),
                          0.8 + random.nextInt(15) / 100.0)));
    }
  }

  private Reviewing.CardAnswer answer(DueCard card) {
    boolean right = random.nextInt(4) > 0;
    var question = card.question().question();
    Grade grade = right ? any(List.of(Grade.HARD, Grade.GOOD, Grade.EASY)) : Grade.FORGOT;
    return card.answer(
        right ? Responses.right(question) : Responses.wrong(question),
        grade,
        Duration.ofMillis(random.nextInt(60_000)));
  }

  private void takeQuiz(Account learner) {
    QuizTaking taking = bean(QuizTaking.class);
    String quizId = anyQuiz().id();
    Attempt attempt =
        random.nextInt(3) == 0
            ? taking.startAgain(learner.id(), quizId)
            : taking.start(learner.id(), quizId);
    attempt.items().stream()
        .filter(item -> item.answer() == null)
        .limit(1 + random.nextInt(attempt.items().size()))
        .forEach(
            item -> {
              var question = item.asked().question();
              ignored(
                  taking.answer(
                      learner.id(),
                      attempt.id(),
                      item.position(),
                      random.nextInt(3) > 0 ? Responses.right(question) : Responses.wrong(question),
                      Duration.ofSeconds(random.nextInt(90))));
            });
  }

  /** Answers of a quiz's questions and of a card that is none, within the last years. */
  private List<PastAnswer> past() {
    Quiz quiz = anyQuiz();
    return IntStream.range(0, 1 + random.nextInt(40))
        .mapToObj(
            i -> {
              Instant at = now.minus(Duration.ofMinutes(random.nextInt(1_000_000)));
              return new PastAnswer(
                  random.nextInt(4) == 0
                      ? "elsewhere-" + random.nextInt(9)
                      : any(quiz.questions()).question().id(),
                  at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                  at.atZone(java.time.ZoneOffset.UTC).toLocalDate(),
                  1 + random.nextInt(4),
                  any(List.of(PastAnswer.Phase.values())),
                  Duration.ofMillis(random.nextInt(60_000)));
            })
        .toList();
  }

  private Quiz anyQuiz() {
    return any(bean(Catalogue.class).quizzes());
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private <T> T bean(Class<T> type) {
    return server.getBean(type);
  }

  private static void ignored(Object result) {
    // What came of it is for the check to judge.
  }
}
