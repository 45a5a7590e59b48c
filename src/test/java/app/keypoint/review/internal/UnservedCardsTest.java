package app.keypoint.review.internal;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.identity.Account;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.review.DueCard;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.Reviewing;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Cards that a load of the quiz files left behind in the queue. */
@ServiceTest
class UnservedCardsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  @Autowired UnservedCards unserved;
  @Autowired CardRepository cards;
  @Autowired Reviewing reviewing;
  @Autowired PracticeSessions sessions;
  @Autowired PracticeAnswers practising;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  private Studying studying;
  private Account learner;
  private String gone;

  @BeforeEach
  void twoCardsOfWhichOneIsLeftBehind() {
    studying = new Studying(reviewing, events, transactions);
    learner = fixtures.learner();
    gone = "gone-" + UUID.randomUUID();
    List<QuestionVersion> two = catalogue.quizzes().get(1).questions().subList(0, 2);
    studying.finishQuiz(learner, MONDAY, two, 0);
    jdbc.update(
        "update card set question_id = ?, queued_at = ? where learner_id = ? and question_id = ?",
        gone,
        java.time.OffsetDateTime.parse("2026-03-01T00:00:00Z"),
        learner.id(),
        two.getFirst().question().id());
  }

  @Test
  void doNotHoldUpTheQueue() {
    DueCard next = at(TUESDAY, () -> reviewing.next(learner)).orElseThrow();
    assertThat(next.question().question().id()).isNotEqualTo(gone);
    studying.review(learner, TUESDAY, 0);
    assertThat(at(TUESDAY, () -> reviewing.next(learner))).isEmpty();
  }

  @Test
  void doNotHoldUpPractice() {
    jdbc.update(
        "update card set lapses = 3 where learner_id = ? and question_id = ?", learner.id(), gone);
    assertThat(at(TUESDAY, () -> sessions.at(learner, new PracticeScope.Hardest(), TUESDAY)).next())
        .isEmpty();
  }

  @Test
  void arePutAwayWhenTheFilesAreLoaded() {
    Set<String> served =
        catalogue.quizzes().stream()
            .flatMap(quiz -> quiz.questions().stream())
            .map(version -> version.question().id())
            .collect(Collectors.toCollection(HashSet::new));
    served.addAll(cards.questionsAsked()); // those of other tests
    served.remove(gone);
    assertThat(unserved.keepOnly(served)).isEqualTo(1);
    assertThat(unserved.keepOnly(served)).isZero();
    LocalDate tuesday = learner.calendar().dayOf(TUESDAY);
    assertThat(cards.countDue(learner.id(), tuesday).getDueToday()).isEqualTo(1);
  }
}
