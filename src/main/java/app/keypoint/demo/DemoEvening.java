package app.keypoint.demo;

import app.keypoint.content.Question;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import app.keypoint.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One evening of one demo learner, in which the clock moves on with each answer. */
final class DemoEvening {

  /** Nobody answers more in an evening, due or not. */
  private static final int MAX_ANSWERS = 60;

  private final Account learner;
  private final DemoMemory memory;
  private final QuizTaking quizzes;
  private final Reviewing reviewing;
  private Instant now;

  DemoEvening(
      Account learner, DemoMemory memory, QuizTaking quizzes, Reviewing reviewing, Instant start) {
    this.learner = learner;
    this.memory = memory;
    this.quizzes = quizzes;
    this.reviewing = reviewing;
    this.now = start;
  }

  /** Reviews what is due, to the end of the drill if the evening allows. */
  void review() {
    for (int answers = 0; answers < MAX_ANSWERS; answers++) {
      Optional<DueCard> next = at(() -> reviewing.next(learner));
      if (next.isEmpty()) {
        return;
      }
      answer(next.get());
    }
  }

  /** Takes a quiz and leaves it after so many answers. */
  void take(String quizId, int answers) {
    Attempt attempt = at(() -> quizzes.start(learner.id(), quizId));
    attempt.items().stream().limit(answers).forEach(item -> answer(attempt, item));
    if (answers >= attempt.items().size()) {
      at(
          () -> {
            quizzes.finish(learner.id(), attempt.id());
            return attempt;
          });
    }
  }

  private void answer(Attempt attempt, Attempt.Item item) {
    Question question = item.asked().question();
    boolean right = memory.knows(question);
    Duration timeTaken = pass();
    at(
        () ->
            quizzes.answer(
                learner.id(),
                attempt.id(),
                item.position(),
                memory.response(question, right),
                timeTaken));
  }

  private void answer(DueCard card) {
    Question question = card.question().question();
    boolean drill = card.kind() == StepKind.DRILL;
    boolean right = drill || memory.knows(question);
    Grade grade = drill ? Grade.GOOD : memory.grade(right);
    Duration timeTaken = pass();
    at(
        () ->
            reviewing.answer(
                learner, card.answer(memory.response(question, right), grade, timeTaken)));
  }

  private Duration pass() {
    Duration timeTaken = memory.timeTaken();
    now = now.plus(timeTaken);
    return timeTaken;
  }

  private <T> T at(Supplier<T> action) {
    AtomicReference<T> result = new AtomicReference<>();
    SimulatedTime.at(now, () -> result.set(action.get()));
    return result.get();
  }
}
