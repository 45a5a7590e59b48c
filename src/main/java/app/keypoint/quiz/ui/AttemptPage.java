package app.keypoint.quiz.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.GoneException;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.List;
import java.util.Optional;

/** What the screens of an attempt share. */
final class AttemptPage {

  private AttemptPage() {}

  /** The attempt that the address names; else the not-found page comes up. */
  static Optional<Attempt> of(BeforeEnterEvent event, QuizTaking taking, long learnerId) {
    try {
      long id = Long.parseLong(event.getRouteParameters().get("attemptId").orElse(""));
      return Optional.of(taking.attempt(learnerId, id));
    } catch (NumberFormatException | GoneException e) {
      event.rerouteToError(NotFoundException.class);
      return Optional.empty();
    }
  }

  /** The attempt's quiz, or one that bears only a name if it is not served any more. */
  static Quiz quiz(Catalogue catalogue, Attempt attempt, String nameIfRetired) {
    return catalogue
        .quiz(attempt.quizId())
        .orElseGet(
            () ->
                new Quiz(
                    attempt.quizId(),
                    nameIfRetired,
                    0,
                    new Quiz.Article(nameIfRetired, "", nameIfRetired),
                    List.of(),
                    List.of()));
  }
}
