package app.keypoint.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Found by random lives: a quiz that finishes when some of its questions wait as new cards. */
@ServiceTest
class QuizMeetsNewCardsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired Reviewing reviewing;
  @Autowired ReviewStatistics figures;
  @Autowired NewCards newCards;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  @Test
  void finishesAQuizOfWhichOneQuestionWaitsAsNewAndTheNextHasNoCard() {
    Account learner = fixtures.learner();
    List<QuestionVersion> questions =
        List.of(
            catalogue.quizzes().get(0).questions().getFirst(),
            catalogue.quizzes().get(1).questions().getFirst());
    Studying.at(NOW, () -> newCards.add(learner, questions.getFirst().quizId()));

    new Studying(reviewing, events, transactions).finishQuiz(learner, NOW, questions, 0);

    assertThat(figures.cards(learner.id()))
        .extracting(CardState::questionId)
        .containsExactlyInAnyOrderElementsOf(
            questions.stream().map(question -> question.question().id()).toList());
  }
}
