package app.keypoint.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What dashboards read of quizzes taken. */
@ServiceTest
class QuizStandingsTest {

  private static final String QUIZ = "introduction";

  @Autowired QuizTaking taking;
  @Autowired QuizStandings standings;
  @Autowired ItemStatistics statistics;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired StatementCounter counter;

  @Test
  void aQuizNeverStartedHasNoStanding() {
    assertThat(standings.of(fixtures.learner().id())).isEmpty();
    assertThat(standings.of(List.of(fixtures.learner().id()))).isEmpty();
  }

  @Test
  void standingsOfTwentyFiveLearnersCostOneStatement() {
    List<Long> learners =
        IntStream.range(0, 25).mapToObj(nth -> fixtures.learner()).map(Account::id).toList();
    learners.forEach(learner -> taking.start(learner, QUIZ));
    assertThat(counter.statementsOf(() -> standings.of(learners))).isEqualTo(1);
    assertThat(standings.of(learners)).hasSize(25);
  }

  @Test
  void facilityIsTheMeanOfFirstFinishedAttempts() {
    List<Long> learners = List.of(fixtures.learner().id(), fixtures.learner().id());
    take(learners.get(0), 1);
    take(learners.get(0), 0);
    take(learners.get(1), 0);
    take(learners.get(1), 1);
    taking.start(learners.get(1), QUIZ);
    List<QuizStandings.Facility> facility = standings.facility(learners);
    assertThat(facility).hasSize(catalogue.quiz(QUIZ).orElseThrow().questions().size());
    String first = catalogue.quiz(QUIZ).orElseThrow().questions().getFirst().question().id();
    assertThat(facility)
        .filteredOn(one -> one.questionId().equals(first))
        .containsExactly(new QuizStandings.Facility(first, 2, 0.5));
    assertThat(facility)
        .filteredOn(one -> !one.questionId().equals(first))
        .allMatch(one -> one.attempts() == 2 && one.mean() == 1);
    assertThat(counter.statementsOf(() -> standings.facility(learners))).isEqualTo(1);
  }

  @Test
  void anAttemptThatWasLeftInTheMiddleIsNotTheFirst_asInItemStatistics() {
    List<Long> learners =
        IntStream.range(0, 5).mapToObj(nth -> fixtures.learner()).map(Account::id).toList();
    for (long learner : learners) {
      Attempt left = taking.start(learner, QUIZ);
      var question = left.items().getFirst().asked().question();
      taking.answer(learner, left.id(), 1, Responses.wrong(question), Duration.ofSeconds(5));
      taking.startAgain(learner, QUIZ);
    }
    assertThat(standings.facility(learners)).isEmpty();
    learners.forEach(learner -> take(learner, 0));
    learners.forEach(learner -> take(learner, 1));
    assertThat(standings.facility(learners))
        .hasSize(catalogue.quiz(QUIZ).orElseThrow().questions().size())
        .allMatch(one -> one.attempts() == 5 && one.mean() == 1);
    assertThat(statistics.of(QUIZ, learners, ItemStatistics.AttemptSelection.FIRST, null).items())
        .as("the same on the page of item statistics")
        .isNotEmpty()
        .allMatch(item -> Objects.equals(item.figures().facility(), 1.0));
  }

  /** All right, but for one position (0: none). */
  private void take(long learner, int wrong) {
    Attempt attempt = taking.start(learner, QUIZ);
    for (Attempt.Item item : attempt.items()) {
      var question = item.asked().question();
      taking.answer(
          learner,
          attempt.id(),
          item.position(),
          item.position() == wrong ? Responses.wrong(question) : Responses.right(question),
          Duration.ofSeconds(5));
    }
    taking.finish(learner, attempt.id());
  }
}
