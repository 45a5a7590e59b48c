package app.keypoint.support;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.review.Reviewing;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Tests of one learner's reviews of one quiz, from a Monday on. */
@ServiceTest
public abstract class OneLearnersReviews {

  protected static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired protected Reviewing reviewing;
  @Autowired protected Catalogue catalogue;
  @Autowired protected Fixtures fixtures;
  @Autowired protected ApplicationEventPublisher events;
  @Autowired protected TransactionOperations transactions;

  protected Studying studying;
  protected Account learner;
  protected Quiz quiz;

  @BeforeEach
  void learner() {
    studying = new Studying(reviewing, events, transactions);
    learner = fixtures.learner();
    quiz = catalogue.quizzes().get(1);
  }
}
