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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What dashboards read of quizzes taken. */
@ServiceTest
class QuizStandingsTest {

  private static final String QUIZ = "introduction";

  @Autowired QuizTaking taking;
  @Autowired QuizStandings standings;
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
  void whoStartsAgainDoesNotPolishTheFirstAttempt() {
    long learner = fixtures.learner().id();
    Attempt first = taking.start(learner, QUIZ);
    taking.startAgain(learner, QUIZ); // nothing was answered: no attempt yet
    first = taking.start(learner, QUIZ);
    var question = first.items().getFirst().asked().question();
    taking.answer(learner, first.id(), 1, Responses.wrong(question), Duration.ofSeconds(5));
    taking.startAgain(learner, QUIZ);
    take(learner, 0);
    assertThat(standings.facility(List.of(learner)))
        .containsExactly(new QuizStandings.Facility(question.id(), 1, 0));
    assertThat(standings.of(learner).get(QUIZ).best()).isEqualTo(1);
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
