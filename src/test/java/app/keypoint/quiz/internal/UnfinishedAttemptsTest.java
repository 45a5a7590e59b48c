package app.keypoint.quiz.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Question;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.SimulatedTime;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner who closes the browser on a last answer that they could have overruled. */
@ServiceTest
class UnfinishedAttemptsTest {

  private static final String QUIZ = "introduction";
  private static final Instant EVENING = Instant.parse("2026-03-02T21:00:00Z");

  @Autowired UnfinishedAttempts unfinished;
  @Autowired QuizTaking taking;
  @Autowired QuizStandings standings;
  @Autowired StandingRepository repository;
  @Autowired Clock clock;
  @Autowired Fixtures fixtures;

  @Test
  void areFinishedAfterAWhileAsOfTheLastAnswer() {
    long learner = fixtures.learner().id();
    SimulatedTime.at(EVENING, () -> answerAllWithTheLastTypedWrong(learner));

    SimulatedTime.at(EVENING.plus(Duration.ofMinutes(10)), unfinished::finish);
    assertThat(standings.of(learner).get(QUIZ).finished()).isZero();

    SimulatedTime.at(EVENING.plus(Duration.ofMinutes(16)), unfinished::finish);
    assertThat(standings.of(learner).get(QUIZ).finished()).isEqualTo(1);
    assertThat(taking.finished(learner, QUIZ))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.finishedAt()).isEqualTo(EVENING));
  }

  @Test
  void oneThatFailsKeepsNoOtherWaiting() {
    long learner = fixtures.learner().id();
    SimulatedTime.at(EVENING, () -> answerAllWithTheLastTypedWrong(learner));
    long another = fixtures.learner().id();
    SimulatedTime.at(EVENING, () -> answerAllWithTheLastTypedWrong(another));
    List<Long> tried = new ArrayList<>();
    QuizTaking failing =
        (QuizTaking)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {QuizTaking.class},
                (_, _, arguments) -> {
                  tried.add((Long) arguments[0]);
                  throw new IllegalStateException("This one fails, as the test wants");
                });
    SimulatedTime.at(
        EVENING.plus(Duration.ofMinutes(16)),
        () -> new UnfinishedAttempts(repository, failing, clock).finish());
    assertThat(tried).contains(learner, another);
  }

  private void answerAllWithTheLastTypedWrong(long learner) {
    Attempt attempt = taking.start(learner, QUIZ);
    attempt.items().stream()
        .sorted(Comparator.comparing(item -> item.asked().question() instanceof Question.Typed))
        .forEach(
            item ->
                taking.answer(
                    learner,
                    attempt.id(),
                    item.position(),
                    Responses.wrong(item.asked().question()),
                    Duration.ofSeconds(5)));
  }
}
