package app.keypoint.quiz.ui;

import app.keypoint.identity.CurrentAccount;
import app.keypoint.quiz.QuizTaking;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/**
 * Leads to the open attempt at a quiz, or to a new one. It forwards, so that the browser's Back
 * does not come here again.
 */
@Route(value = "quiz/:quizId/start", autoLayout = false)
@PermitAll
class StartView extends Div implements BeforeEnterObserver {

  private final QuizTaking taking;
  private final CurrentAccount current;

  StartView(QuizTaking taking, CurrentAccount current) {
    this.taking = taking;
    this.current = current;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String quizId = event.getRouteParameters().get("quizId").orElse("");
    event.forwardTo("attempt/" + taking.start(current.get().id(), quizId).id());
  }
}
