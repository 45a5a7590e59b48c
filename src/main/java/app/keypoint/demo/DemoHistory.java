package app.keypoint.demo;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lives a demo learner's weeks by calling the services that the screens call, on a simulated clock.
 */
@Component
@Profile("demo")
class DemoHistory {

  /** Twelve weeks. */
  static final int DAYS = 84;

  /** Days between two of a learner's quizzes. */
  private static final int QUIZ_EVERY = 8;

  private static final int NOON = 12 * 3600;
  private static final int FOUR_HOURS = 4 * 3600;

  private final Catalogue catalogue;
  private final QuizTaking quizzes;
  private final Reviewing reviewing;
  private final TransactionOperations transactions;
  private final Clock clock;

  DemoHistory(
      Catalogue catalogue,
      QuizTaking quizzes,
      Reviewing reviewing,
      TransactionOperations transactions,
      Clock clock) {
    this.catalogue = catalogue;
    this.quizzes = quizzes;
    this.reviewing = reviewing;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The instant at which the twelve weeks begin. */
  Instant start(Account account) {
    return account.calendar().startOf(firstDay(account));
  }

  private LocalDate firstDay(Account account) {
    return account.calendar().dayOf(clock.instant()).minusDays(DAYS);
  }

  /** Lives all days of one learner, up to yesterday. */
  void live(DemoLearner who, Account account) {
    LocalDate first = firstDay(account);
    for (int day = who.firstDay(); day < DAYS - who.lastDay(); day++) {
      LocalDate date = first.plusDays(day);
      Random random = who.random(date);
      Instant evening =
          account.calendar().startOf(date).plusSeconds(NOON + random.nextInt(FOUR_HOURS));
      DemoSitting sitting =
          new DemoSitting(
              account, new DemoMemory(who.ability(), random), quizzes, reviewing, evening);
      boolean studies = random.nextDouble() < who.diligence();
      int since = day - who.firstDay();
      // One transaction an evening: a disk flush for each of some ten thousand answers would keep
      // the first start waiting.
      transactions.executeWithoutResult(
          transaction -> {
            if (studies) {
              sitting.review();
            }
            if (since % QUIZ_EVERY == 0) {
              takeQuiz(who, sitting, since / QUIZ_EVERY);
            }
          });
    }
  }

  /** Quizzes in order; then some again. A visitor's own account keeps two of them to be taken. */
  private void takeQuiz(DemoLearner who, DemoSitting sitting, int nth) {
    int count = catalogue.quizzes().size();
    String quizId = catalogue.quizzes().get(nth % count).id();
    if (who.isVisitor()) {
      int finished = count - 2;
      if (nth < finished) {
        sitting.take(quizId, Integer.MAX_VALUE);
      } else if (nth == finished) {
        sitting.take(quizId, 4);
      }
    } else if (nth < count || who.retakes()) {
      sitting.take(quizId, Integer.MAX_VALUE);
    }
  }
}
