package app.keypoint.support;

import app.keypoint.access.Unattended;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.quiz.QuizAnswered;
import app.keypoint.quiz.QuizFinished;
import app.keypoint.quiz.QuizFinished.Result;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.scheduling.Grade;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Lets a learner study with the real services on a simulated clock. */
public final class Studying {

  /** What each answer takes. */
  public static final Duration PACE = Duration.ofSeconds(20);

  private final Reviewing reviewing;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;

  public Studying(
      Reviewing reviewing, ApplicationEventPublisher events, TransactionOperations transactions) {
    this.reviewing = reviewing;
    this.events = events;
    this.transactions = transactions;
  }

  /** Puts questions under review, the first {@code wrong} of them as forgotten. */
  public void finishQuiz(Account learner, Instant at, List<QuestionVersion> questions, int wrong) {
    transactions.executeWithoutResult(
        _ -> {
          questions.forEach(
              question ->
                  events.publishEvent(
                      new QuizAnswered(learner.id(), at, learner.calendar().dayOf(at))));
          finishAttempt(learner, at, questions, wrong);
        });
  }

  /**
   * Puts questions under review, answered rightly. No day counts the answers: there is no attempt
   * that they would follow from.
   */
  public void begin(Account learner, Instant at, List<QuestionVersion> questions) {
    transactions.executeWithoutResult(_ -> finishAttempt(learner, at, questions, 0));
  }

  private void finishAttempt(
      Account learner, Instant at, List<QuestionVersion> questions, int wrong) {
    List<Result> results = new ArrayList<>();
    for (QuestionVersion version : questions) {
      results.add(new Result(version.question().id(), results.size() >= wrong));
    }
    String quizId = questions.getFirst().quizId();
    events.publishEvent(new QuizFinished(1, learner.id(), quizId, at, 0, results.size(), results));
  }

  /** Answers what is due until nothing is, the first {@code forgotten} cards wrongly at first. */
  public void review(Account learner, Instant at, int forgotten) {
    int answers = 0;
    Optional<DueCard> card = at(at, () -> Unattended.call(() -> reviewing.next(learner)));
    while (card.isPresent()) {
      Instant then = at.plus(PACE.multipliedBy(answers));
      Recorded unused =
          answer(learner, then, card.get(), answers++ < forgotten ? Grade.FORGOT : Grade.GOOD);
      card = at(then, () -> Unattended.call(() -> reviewing.next(learner)));
    }
  }

  /** Answers one card with a grade; a lapse is a wrong answer. */
  public Recorded answer(Account learner, Instant at, DueCard card, Grade grade) {
    Question question = card.question().question();
    Response response = grade.lapse() ? Responses.wrong(question) : Responses.right(question);
    return at(
        at,
        () -> Unattended.call(() -> reviewing.answer(learner, card.answer(response, grade, PACE))));
  }

  /** What a supplier says at an instant. */
  public static <T> T at(Instant instant, Supplier<T> action) {
    List<T> result = new ArrayList<>();
    SimulatedTime.at(instant, () -> result.add(action.get()));
    return result.getFirst();
  }
}
