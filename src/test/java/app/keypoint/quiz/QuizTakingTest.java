package app.keypoint.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Outcome;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.support.Differences;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Taking a quiz as a learner lives it, on a shipped quiz. */
@ServiceTest
@RecordApplicationEvents
class QuizTakingTest {

  private static final String QUIZ = "open-source-gambit";
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Autowired Differences differences;
  @Autowired QuizTaking taking;
  @Autowired QuizStandings standings;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;
  @Autowired ApplicationEvents events;

  long learner;

  @BeforeEach
  void learner() {
    learner = fixtures.learner().id();
  }

  @Test
  void startingAsksEveryQuestionOfTheQuizInItsOrder() {
    Attempt attempt = taking.start(learner, QUIZ);
    assertThat(attempt.items())
        .extracting(Attempt.Item::asked)
        .isEqualTo(catalogue.quiz(QUIZ).orElseThrow().questions());
    assertThat(attempt.firstOpen()).hasValue(1);
    assertThat(events.stream(QuizStarted.class))
        .contains(new QuizStarted(attempt.id(), learner, QUIZ));
  }

  @Test
  void optionsKeepTheOrderInWhichTheyWereFirstShown() {
    Attempt attempt = taking.start(learner, QUIZ);
    assertThat(taking.attempt(learner, attempt.id()).items())
        .extracting(Attempt.Item::optionOrder)
        .isEqualTo(attempt.items().stream().map(Attempt.Item::optionOrder).toList());
    for (Attempt.Item item : attempt.items()) {
      if (item.asked().question() instanceof Question.Choice choice) {
        assertThat(item.optionOrder())
            .containsExactlyInAnyOrderElementsOf(
                choice.options().stream().map(option -> option.id()).toList());
      }
    }
  }

  @Test
  void anotherDeviceResumesAtTheFirstOpenQuestion() {
    Attempt attempt = taking.start(learner, QUIZ);
    answer(attempt, 1, true);
    answer(attempt, 2, false);
    Attempt resumed = taking.start(learner, QUIZ);
    assertThat(resumed.id()).isEqualTo(attempt.id());
    assertThat(resumed.firstOpen()).hasValue(3);
    assertThat(resumed.answered()).isEqualTo(2);
    QuizStanding standing = standings.of(learner).get(QUIZ);
    assertThat(standing.openAttempt()).isEqualTo(attempt.id());
    assertThat(standing.answered()).isEqualTo(2);
    assertThat(standing.total()).isEqualTo(attempt.items().size());
  }

  @Test
  void theFirstAnswerStands_whateverASecondTabSends() {
    Attempt attempt = taking.start(learner, QUIZ);
    Outcome first = answer(attempt, 1, false);
    Outcome second = answer(attempt, 1, true);
    assertThat(second).isEqualTo(first);
    assertThat(second.right()).isFalse();
    assertThat(standings.of(learner).get(QUIZ).answered()).isEqualTo(1);
  }

  @Test
  void clicksSentAtTheSameTimeAreOneAnswer() throws Exception {
    Attempt attempt = taking.start(learner, QUIZ);
    List<Outcome> outcomes = atOnce(6, nth -> answer(attempt, 1, nth % 2 == 0));
    assertThat(outcomes).hasSize(6).containsOnly(outcomes.getFirst());
    assertThat(standings.of(learner).get(QUIZ).answered()).isEqualTo(1);
  }

  @Test
  void devicesThatStartAtTheSameTimeGetOneAttempt() throws Exception {
    List<Long> ids = atOnce(6, nth -> taking.start(learner, QUIZ).id());
    assertThat(ids).containsOnly(ids.getFirst());
  }

  @Test
  void tabsThatAnswerDifferentQuestionsAtOnceAreAllCounted() throws Exception {
    Attempt attempt = taking.start(learner, QUIZ);
    var unused = atOnce(attempt.items().size(), nth -> answer(attempt, nth + 1, true));
    assertThat(standings.of(learner).get(QUIZ).best()).isEqualTo(1.0);
    assertThat(finished()).hasSize(1);
  }

  @Test
  void theLastAnswerFinishesTheQuiz() {
    Attempt attempt = take(position -> position != 2);
    int total = attempt.items().size();
    assertThat(attempt.state()).isEqualTo(Attempt.State.FINISHED);
    assertThat(taking.finished(learner, QUIZ))
        .singleElement()
        .satisfies(done -> assertThat(done.score()).isEqualTo(attempt.score()));
    QuizFinished finished = finished().getFirst();
    assertThat(finished.score()).isEqualTo(attempt.score());
    assertThat(finished.max()).isEqualTo(total);
    assertThat(finished.results()).hasSize(total);
    assertThat(finished.results().stream().filter(result -> !result.right()))
        .singleElement()
        .extracting(QuizFinished.Result::questionId)
        .isEqualTo(attempt.item(2).asked().question().id());
    assertThat(standings.of(learner).get(QUIZ))
        .isEqualTo(
            new QuizStanding(
                learner,
                QUIZ,
                1,
                attempt.score() / total,
                null,
                0,
                0,
                standings.of(learner).get(QUIZ).savedAt()));
  }

  @Test
  void aRetakeKeepsTheBest() {
    take(position -> position % 2 == 0);
    Attempt best = take(position -> true);
    take(position -> position % 2 == 1);
    QuizStanding standing = standings.of(learner).get(QUIZ);
    assertThat(standing.finished()).isEqualTo(3);
    assertThat(standing.best()).isEqualTo(best.score() / best.items().size());
  }

  @Test
  void startingAgainDropsWhatWasOpen() {
    Attempt first = taking.start(learner, QUIZ);
    answer(first, 1, false);
    Attempt second = taking.startAgain(learner, QUIZ);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.answered()).isZero();
    assertThat(standings.of(learner).get(QUIZ).answered()).isZero();
    assertThat(taking.attempt(learner, first.id()).state()).isEqualTo(Attempt.State.DROPPED);
    assertThat(answer(first, 1, true).right()).isFalse();
    assertThatThrownBy(() -> answer(first, 2, true)).isInstanceOf(AttemptClosedException.class);
    assertThatThrownBy(() -> taking.finish(learner, first.id()))
        .isInstanceOf(AttemptClosedException.class);
  }

  @Test
  void aTypedAnswerCanBeOverruledUntilTheScoreIsFinal() {
    Attempt attempt = taking.start(learner, QUIZ);
    int typed = firstTyped(attempt);
    assertThat(answer(attempt, typed, false).right()).isFalse();
    Outcome overruled = taking.overrule(learner, attempt.id(), typed);
    assertThat(overruled.match()).isEqualTo(Outcome.Match.OVERRULED);
    assertThat(overruled.right()).isTrue();
    assertThat(taking.overrule(learner, attempt.id(), typed)).isEqualTo(overruled);
    Attempt.Answer kept = taking.attempt(learner, attempt.id()).item(typed).answer();
    assertThat(kept).isNotNull();
    assertThat(kept.response()).isEqualTo(new Response.Typed("nothing like it", true));
    assertThat(kept.outcome()).isEqualTo(overruled);
  }

  @Test
  void pickedOptionsCannotBeOverruled() {
    Attempt attempt = taking.start(learner, QUIZ);
    int picked = position(attempt, question -> question instanceof Question.Choice);
    answer(attempt, picked, false);
    assertThatThrownBy(() -> taking.overrule(learner, attempt.id(), picked))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAnswerCannotBeSentAsOverruled() {
    Attempt attempt = taking.start(learner, QUIZ);
    Response claim = new Response.Typed("nothing like it", true);
    assertThat(
            taking.answer(learner, attempt.id(), firstTyped(attempt), claim, TEN_SECONDS).right())
        .isFalse();
  }

  @Test
  void aLastAnswerThatMayBeOverruledWaitsForContinue() {
    Attempt open = untilLastTypedIsWrong();
    assertThat(open.awaitsFinish()).isTrue();
    assertThat(finished()).isEmpty();
    int last = firstTyped(open);
    taking.overrule(learner, open.id(), last);
    at(MONDAY.plus(Duration.ofHours(2)), () -> finish(open));
    at(MONDAY.plus(Duration.ofHours(3)), () -> finish(open));
    assertThat(finished())
        .singleElement()
        .satisfies(
            done -> {
              assertThat(done.score()).isEqualTo(open.items().size());
              assertThat(done.at()).isEqualTo(MONDAY);
            });
    assertThatThrownBy(() -> taking.finish(learner, taking.start(learner, QUIZ).id()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsFinalCannotBeOverruled() {
    Attempt open = untilLastTypedIsWrong();
    finish(open);
    assertThatThrownBy(() -> taking.overrule(learner, open.id(), firstTyped(open)))
        .isInstanceOf(AttemptClosedException.class);
  }

  @Test
  void somebodyElsesAttemptIsAsGoodAsNone() {
    Attempt attempt = taking.start(learner, QUIZ);
    answer(attempt, firstTyped(attempt), false);
    Account other = fixtures.learner();
    Response response = Responses.right(attempt.item(1).asked().question());
    assertThatThrownBy(() -> taking.attempt(other.id(), attempt.id()))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> taking.answer(other.id(), attempt.id(), 1, response, TEN_SECONDS))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> taking.overrule(other.id(), attempt.id(), firstTyped(attempt)))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> taking.finish(other.id(), attempt.id()))
        .isInstanceOf(GoneException.class);
    assertThat(taking.start(other.id(), QUIZ).id()).isNotEqualTo(attempt.id());
    assertThat(taking.startAgain(other.id(), QUIZ).id()).isNotEqualTo(attempt.id());
    assertThat(taking.finished(other.id(), QUIZ)).isEmpty();
    assertThat(taking.attempt(learner, attempt.id()).answered()).isEqualTo(1);
  }

  @Test
  void noQuizNoAttempt() {
    assertThatThrownBy(() -> taking.start(learner, "no-such-quiz"))
        .isInstanceOf(GoneException.class);
  }

  @RepeatedTest(5)
  void theScoreIsTheSumOfTheMarks() {
    Random random = new Random();
    Attempt attempt = taking.start(learner, QUIZ);
    double sum = 0;
    for (Attempt.Item item : attempt.items()) {
      Response guess = guess(item, random);
      sum += taking.answer(learner, attempt.id(), item.position(), guess, TEN_SECONDS).marks();
    }
    finish(attempt);
    assertThat(finished().getFirst().score()).isCloseTo(sum, within(1e-9));
    assertThat(taking.attempt(learner, attempt.id()).score()).isCloseTo(sum, within(1e-9));
    assertThat(standings.of(learner).get(QUIZ).best())
        .isCloseTo(sum / attempt.items().size(), within(1e-9));
    assertThat(differences.of(learner)).as("what Check data says").isEmpty();
  }

  @Test
  void anAnswerCostsTheSameFewStatements() {
    Attempt attempt = taking.start(learner, QUIZ);
    answer(attempt, 2, true);
    // The lock, the item, and an update of each; whose day it is, and an update of that day; the
    // time of the last visit.
    assertThat(counter.statementsOf(() -> answer(attempt, 1, true))).isEqualTo(7);
    assertThat(counter.statementsOf(() -> answer(attempt, 1, true))).isEqualTo(2);
  }

  @Test
  void openingAnAttemptCostsOneStatement() {
    Attempt attempt = taking.start(learner, QUIZ);
    assertThat(counter.statementsOf(() -> taking.attempt(learner, attempt.id()))).isEqualTo(1);
  }

  private Attempt untilLastTypedIsWrong() {
    Attempt attempt = taking.start(learner, QUIZ);
    int last = firstTyped(attempt);
    at(
        MONDAY,
        () -> {
          IntStream.rangeClosed(1, attempt.items().size())
              .filter(position -> position != last)
              .forEach(position -> answer(attempt, position, true));
          return answer(attempt, last, false);
        });
    return taking.attempt(learner, attempt.id());
  }

  private Attempt take(Predicate<Integer> right) {
    Attempt attempt = taking.start(learner, QUIZ);
    attempt.items().forEach(item -> answer(attempt, item.position(), right.test(item.position())));
    finish(attempt);
    return taking.attempt(learner, attempt.id());
  }

  private Attempt finish(Attempt attempt) {
    taking.finish(learner, attempt.id());
    return attempt;
  }

  private Outcome answer(Attempt attempt, int position, boolean right) {
    Question question = attempt.item(position).asked().question();
    Response response = right ? Responses.right(question) : Responses.wrong(question);
    return taking.answer(learner, attempt.id(), position, response, TEN_SECONDS);
  }

  private List<QuizFinished> finished() {
    return events.stream(QuizFinished.class).filter(e -> e.learnerId() == learner).toList();
  }

  private static int firstTyped(Attempt attempt) {
    return position(attempt, question -> question instanceof Question.Typed);
  }

  private static int position(Attempt attempt, Predicate<Question> which) {
    return attempt.items().stream()
        .filter(item -> which.test(item.asked().question()))
        .findFirst()
        .orElseThrow()
        .position();
  }

  private static Response guess(Attempt.Item item, Random random) {
    Question question = item.asked().question();
    if (question instanceof Question.Typed) {
      return random.nextBoolean() ? Responses.right(question) : Responses.wrong(question);
    }
    List<String> options = item.optionOrder();
    Set<String> picked = new java.util.HashSet<>();
    options.stream().filter(option -> random.nextBoolean()).forEach(picked::add);
    return new Response.Picked(picked);
  }

  private static <T> T at(Instant instant, Supplier<T> action) {
    List<T> result = new ArrayList<>();
    SimulatedTime.at(instant, () -> result.add(action.get()));
    return result.getFirst();
  }

  private static <T> List<T> atOnce(int threads, java.util.function.IntFunction<T> action)
      throws Exception {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<T>> calls = new ArrayList<>();
      for (int nth = 0; nth < threads; nth++) {
        int n = nth;
        calls.add(() -> action.apply(n));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
