package app.keypoint.demo;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Reviewing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

  /** Days between two of a learner's quizzes, so that cards of every age are under review. */
  private static final int QUIZ_EVERY = 15;

  /**
   * On which days the visitors' account takes which quiz: some due today, one open, one not yet.
   */
  private static final List<Integer> VISITOR_QUIZ_DAYS = List.of(20, 52, DAYS - 7, DAYS - 1);

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
    return account.today(clock).minusDays(DAYS);
  }

  /** Lives all days of one learner, up to yesterday. */
  void live(DemoLearner who, Account account) {
    for (int day = who.firstDay(); day < DAYS - who.lastDay(); day++) {
      live(who, account, day);
    }
  }

  /** Lives an evening: first what is due, then perhaps a quiz. */
  private void live(DemoLearner who, Account account, int day) {
    LocalDate date = firstDay(account).plusDays(day);
    Random random = who.random(date);
    Instant evening =
        account.calendar().startOf(date).plusSeconds(NOON + random.nextInt(FOUR_HOURS));
    DemoEvening sitting =
        new DemoEvening(
            account, new DemoMemory(who.ability(), random), quizzes, reviewing, evening);
    boolean studies = random.nextDouble() < who.diligence();
    // One transaction an evening: a disk flush for each of some ten thousand answers would keep
    // the first start waiting.
    transactions.executeWithoutResult(
        transaction -> {
          if (studies) {
            sitting.review();
          }
          if (who.isVisitor()) {
            takeAsVisitor(sitting, VISITOR_QUIZ_DAYS.indexOf(day));
          } else if ((day - who.firstDay()) % QUIZ_EVERY == 0) {
            take(who, sitting, (day - who.firstDay()) / QUIZ_EVERY);
          }
        });
  }

  /** Quizzes in order; then some again. */
  private void take(DemoLearner who, DemoEvening sitting, int nth) {
    List<Quiz> all = catalogue.quizzes();
    if (nth < all.size() || who.retakes()) {
      sitting.take(all.get(nth % all.size()).id(), Integer.MAX_VALUE);
    }
  }

  /** The last of the visitor's quizzes is left after four answers. */
  private void takeAsVisitor(DemoEvening sitting, int nth) {
    if (nth >= 0) {
      boolean last = nth == VISITOR_QUIZ_DAYS.size() - 1;
      sitting.take(catalogue.quizzes().get(nth).id(), last ? 4 : Integer.MAX_VALUE);
    }
  }
}
