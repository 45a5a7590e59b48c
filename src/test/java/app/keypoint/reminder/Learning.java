package app.keypoint.reminder;

import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.quiz.QuizFinished.Result;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.time.SimulatedTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Gives learners cards. */
public class Learning {

  private final Catalogue catalogue;
  private final Reviewing reviewing;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;

  Learning(
      Catalogue catalogue,
      Reviewing reviewing,
      ApplicationEventPublisher events,
      TransactionOperations transactions) {
    this.catalogue = catalogue;
    this.reviewing = reviewing;
    this.events = events;
    this.transactions = transactions;
  }

  /** A quiz of which the wrong answers are due at once and the right ones the day after. */
  public void quiz(Account learner, Instant at, int questions, int wrong) {
    List<Result> results = new ArrayList<>();
    for (var version : catalogue.quizzes().get(1).questions().subList(0, questions)) {
      results.add(new Result(version.question().id(), results.size() >= wrong));
    }
    transactions.executeWithoutResult(
        tx -> {
          results.forEach(
              result ->
                  events.publishEvent(
                      new QuizAnswered(learner.id(), at, learner.calendar().dayOf(at))));
          events.publishEvent(
              new QuizFinished(1, learner.id(), "quiz", at, 0, results.size(), results));
        });
  }

  /** Puts away all that is due. */
  public void reviewAll(Account learner, Instant at) {
    for (Optional<DueCard> card = next(learner, at); card.isPresent(); card = next(learner, at)) {
      DueCard due = card.get();
      SimulatedTime.at(
          at, () -> reviewing.act(learner, due.cardId(), due.version(), StepKind.BURY));
    }
  }

  private Optional<DueCard> next(Account learner, Instant at) {
    return at(at, () -> reviewing.next(learner));
  }

  /** What an action gives as if it were that instant. */
  public static <T> T at(Instant instant, Supplier<T> action) {
    List<T> result = new ArrayList<>();
    SimulatedTime.at(instant, () -> result.add(action.get()));
    return result.getFirst();
  }
}
