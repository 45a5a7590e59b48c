package app.keypoint.review.internal;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cards.Cards;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.review.CardEvent;
import app.keypoint.review.CardState;
import app.keypoint.review.DueCard;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.SecondServer;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A learner whose clicks go to two servers in turn, each with ids taken in blocks of its own, so
 * that a row's id says nothing of when it came, and with clocks that differ by some seconds.
 */
@ServiceTest
@Tag("slow")
class TwoServersTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  /** So much is the second server's clock behind. */
  private static final Duration BEHIND = Duration.ofSeconds(7);

  private static ConfigurableApplicationContext second;

  @Autowired Fixtures fixtures;
  @Autowired Catalogue catalogue;
  @Autowired JdbcTemplate jdbc;
  @Autowired ConfigurableApplicationContext first;

  private final List<Server> servers = new ArrayList<>();
  private Account learner;
  private long card;
  private int clicks;

  /** The services of one server. */
  private record Server(ConfigurableApplicationContext context, Duration behind) {

    <T> T get(Class<T> service) {
      return context.getBean(service);
    }

    Instant when(int click) {
      return TUESDAY.plusSeconds(click).minus(behind);
    }
  }

  @BeforeAll
  static void start(@Autowired Environment environment) {
    second = SecondServer.beside(environment);
  }

  @AfterAll
  static void stop() {
    second.close();
  }

  @BeforeEach
  void aCardThatBothKnow() {
    servers.add(new Server(first, Duration.ZERO));
    servers.add(new Server(second, BEHIND));
    learner = fixtures.learner();
    List<QuestionVersion> one = catalogue.quizzes().get(1).questions().subList(0, 1);
    studying(servers.get(1)).finishQuiz(learner, MONDAY, one, 0);
    card = next(here(), TUESDAY).cardId();
    act(StepKind.SUSPEND);
    act(StepKind.RESUME);
    act(StepKind.SUSPEND);
    act(StepKind.RESUME);
    assertThat(idsInOrderOfSteps())
        .as("ids as two servers take them")
        .isNotEqualTo(idsInOrderOfSteps().stream().sorted().toList());
  }

  @Test
  void aCardsHistoryIsInTheOrderOfWhatHappened() {
    assertThat(kinds())
        .containsExactly(
            StepKind.QUIZ, StepKind.SUSPEND, StepKind.RESUME, StepKind.SUSPEND, StepKind.RESUME);
  }

  @Test
  void undoTakesBackWhatCameLastWhereverItCame() {
    answer(Grade.HARD);
    answer(Grade.GOOD);
    for (StepKind kind :
        List.of(
            StepKind.DRILL,
            StepKind.SCHEDULED,
            StepKind.RESUME,
            StepKind.SUSPEND,
            StepKind.RESUME,
            StepKind.SUSPEND)) {
      assertThat(undo())
          .isInstanceOfSatisfying(Undo.Done.class, done -> assertThat(done.kind()).isEqualTo(kind));
    }
    assertThat(undo()).isEqualTo(new Undo.Refused(Undo.Reason.NOTHING));
    assertThat(kinds()).containsExactly(StepKind.QUIZ);
  }

  @Test
  void anotherSchedulerFollowsWhatHappened_andBackAgainAllIsAsItWas() {
    answer(Grade.HARD);
    answer(Grade.GOOD);
    act(StepKind.EASE);
    List<CardState> before = states();
    schedule(Algorithm.FSRS);
    assertThat(states()).isNotEqualTo(before).allMatch(CardState::byFsrs);
    schedule(Algorithm.SM2);
    assertThat(states()).isEqualTo(before);
  }

  @Test
  void theLogTakenAlongIsInTheOrderOfItsSteps_whateverTheClocksSay() {
    var unused = turn(); // so that the later answer is noted with the earlier time
    answer(Grade.HARD);
    answer(Grade.GOOD);
    assertThat(here().get(ReviewHistory.class).answers(learner.id()))
        .extracting(answer -> answer.rating())
        .containsExactly(3, 2, 3);
  }

  private Server here() {
    return servers.get(clicks % 2);
  }

  /** The next click goes to the other server. */
  private Server turn() {
    return servers.get(++clicks % 2);
  }

  private void act(StepKind action) {
    Server server = turn();
    var unused =
        at(
            server.when(clicks),
            () -> server.get(Reviewing.class).act(learner, List.of(card), action));
  }

  private void answer(Grade grade) {
    Server server = turn();
    Instant when = server.when(clicks);
    var unused = studying(server).answer(learner, when, next(server, when), grade);
  }

  private DueCard next(Server server, Instant when) {
    return at(when, () -> server.get(Reviewing.class).next(learner)).orElseThrow();
  }

  private Undo undo() {
    Server server = turn();
    return at(server.when(clicks), () -> server.get(Reviewing.class).undo(learner));
  }

  private void schedule(Algorithm algorithm) {
    Server server = turn();
    var unused =
        at(
            server.when(clicks),
            () ->
                server
                    .get(ReviewSettings.class)
                    .change(
                        learner, new ReviewPreferences(10, null, false, false, algorithm, 0.9)));
  }

  private List<StepKind> kinds() {
    Server server = turn();
    return at(TUESDAY, () -> server.get(Cards.class).history(learner, card)).events().stream()
        .map(CardEvent::kind)
        .toList();
  }

  private List<CardState> states() {
    return turn().get(ReviewStatistics.class).cards(learner.id()).stream()
        .sorted(Comparator.comparing(CardState::questionId))
        .toList();
  }

  private List<Long> idsInOrderOfSteps() {
    return jdbc.queryForList(
        "select id from review_log where learner_id = ? order by step", Long.class, learner.id());
  }

  private static Studying studying(Server server) {
    return new Studying(
        server.get(Reviewing.class), server.context(), server.get(TransactionOperations.class));
  }
}
