package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.content.Quiz;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.Keys;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.progress.QuizProgress;
import app.keypoint.quiz.QuizStanding;
import com.vaadin.flow.component.html.Anchor;
import java.util.Objects;
import java.util.Optional;

/** Links to what a learner can do with a quiz. */
final class QuizLinks {

  private QuizLinks() {}

  /** The quiz's own page. */
  static Anchor page(QuizProgress progress) {
    Worded<Quiz> quiz = QuizTexts.of(progress.quiz());
    return QuizTexts.marked(
        new Anchor("quiz/" + quiz.text().id(), quiz.text().title()), quiz.language());
  }

  /** Start, resume or retake, as a button, if it can be; a screen reader hears which quiz. */
  static Optional<Anchor> action(QuizProgress progress) {
    if (!progress.canBeTaken()) {
      return Optional.empty();
    }
    Anchor action = new Anchor(target(progress), text("quiz." + verb(progress)));
    action.addClassName("btn");
    action.setAriaLabel(named(progress));
    return Optional.of(action);
  }

  /** The same with the quiz's title in the label. */
  static Anchor namedAction(QuizProgress progress) {
    Anchor action = new Anchor(target(progress), named(progress));
    action.addClassName("btn");
    return action;
  }

  /** Makes an action the screen's one primary one, taken by Enter from anywhere. */
  static Anchor primary(Anchor action) {
    action.addClassName("primary");
    action.add(Keys.hint("Enter"));
    action.getElement().setAttribute("data-key", "Enter");
    return action;
  }

  private static String named(QuizProgress progress) {
    return text("quiz." + verb(progress) + "-named", QuizTexts.title(progress.quiz()));
  }

  private static String target(QuizProgress progress) {
    QuizStanding standing = progress.standing();
    return progress.state() == QuizProgress.State.OPEN
        ? "attempt/" + Objects.requireNonNull(standing).openAttempt()
        : "quiz/" + progress.quiz().id() + "/start";
  }

  private static String verb(QuizProgress progress) {
    return switch (progress.state()) {
      case NEW -> "start";
      case OPEN -> "resume";
      case TAKEN -> "retake";
    };
  }
}
