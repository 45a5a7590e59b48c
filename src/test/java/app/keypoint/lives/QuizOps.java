package app.keypoint.lives;

import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.lives.Life.Sheet;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.quiz.internal.Tidying;
import app.keypoint.review.StepKind;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Responses;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** Quizzes that are taken, left, begun again and finished. */
final class QuizOps {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final World world;
  private final QuizTaking taking;

  QuizOps(World world) {
    this.world = world;
    this.taking = world.bean(QuizTaking.class);
  }

  private Sheet sheet(Life life, String quiz) {
    Attempt attempt = world.at(() -> taking.start(life.account.id(), quiz));
    return life.open.computeIfAbsent(quiz, _ -> sheet(attempt));
  }

  private static Sheet sheet(Attempt attempt) {
    return new Sheet(
        attempt.id(), attempt.items().stream().map(item -> item.asked().question().id()).toList());
  }

  void restart(Life life, String quiz) {
    Attempt attempt = world.at(() -> taking.startAgain(life.account.id(), quiz));
    life.open.put(quiz, sheet(attempt));
  }

  void answer(Life life, String quiz, boolean right) {
    Sheet sheet = sheet(life, quiz);
    long learner = life.account.id();
    Attempt attempt = taking.attempt(learner, sheet.attempt);
    if (attempt.firstOpen().isEmpty()) {
      return;
    }
    int position = attempt.firstOpen().getAsInt();
    Question question = attempt.item(position).asked().question();
    Response response = right ? Responses.right(question) : Responses.wrong(question);
    world.at(() -> taking.answer(learner, sheet.attempt, position, response, World.PACE));
    sheet.right.put(position, right);
    sheet.saved = world.now;
    life.model.quizAnswers.merge(world.today(life), 1, Integer::sum);
    boolean overrulable = question instanceof Question.Typed && !right;
    if (sheet.right.size() == sheet.questions.size() && !overrulable) {
      finished(life, quiz, sheet);
    }
  }

  /** All that is open, each wrongly or each rightly. */
  void answerRest(Life life, String quiz, boolean right) {
    for (int i = 0; i < Shelf.QUESTIONS.get(quiz).size(); i++) {
      if (i == 0 || life.open.containsKey(quiz)) {
        answer(life, quiz, right);
      }
    }
  }

  void finish(Life life, String quiz, boolean overrule) {
    Sheet sheet = life.open.get(quiz);
    if (sheet == null || sheet.right.size() < sheet.questions.size()) {
      return;
    }
    int last = sheet.questions.size();
    if (overrule) {
      world.at(() -> taking.overrule(life.account.id(), sheet.attempt, last));
      sheet.right.put(last, true);
    }
    world.at(
        () -> {
          taking.finish(life.account.id(), sheet.attempt);
          return true;
        });
    finished(life, quiz, sheet);
  }

  /** What was left with all answered, a quarter of an hour ago or more. */
  void tidy() {
    world.at(
        () -> {
          Tidying.now(world.context);
          return true;
        });
    for (Life life : world.lives) {
      Map.copyOf(life.open)
          .forEach(
              (quiz, sheet) -> {
                if (sheet.right.size() == sheet.questions.size()
                    && sheet.saved.isBefore(world.now.minus(PATIENCE))) {
                  finished(life, quiz, sheet);
                }
              });
    }
  }

  private void finished(Life life, String quiz, Sheet sheet) {
    life.open.remove(quiz);
    life.finished.merge(quiz, 1, Integer::sum);
    life.best.merge(quiz, sheet.share(), Math::max);
    LocalDate day = life.day(sheet.saved);
    sheet.right.forEach(
        (position, right) -> {
          String question = sheet.questions.get(position - 1);
          if (world.shelf.served(question)) {
            if (!life.model.born.containsKey(question)) {
              world.made(life, question, day, sheet.saved);
            }
            if (life.model.state(question).isFresh()) {
              Grade grade = right ? Grade.GOOD : Grade.FORGOT;
              life.model.happens(
                  life.model.newStep(), StepKind.QUIZ, question, sheet.saved, day, grade, null, 0);
            }
          }
        });
  }
}
