package app.keypoint.review;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Tests of one learner's reviews of one quiz, from a Monday on. */
@ServiceTest
abstract class OneLearnersReviews {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired Reviewing reviewing;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Studying studying;
  Account learner;
  Quiz quiz;

  @BeforeEach
  void learner() {
    studying = new Studying(reviewing, events, transactions);
    learner = fixtures.learner();
    quiz = catalogue.quizzes().get(1);
  }
}
