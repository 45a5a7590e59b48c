package app.keypoint.quiz.ui;

import app.keypoint.quiz.Attempt;
import com.vaadin.flow.component.html.Div;

/** The answered questions of somebody else's attempt in their order, each to be opened. */
public final class AttemptAnswers extends Div {

  public AttemptAnswers(Attempt attempt) {
    addClassName("answered-list");
    attempt.items().stream()
        .filter(item -> item.answer() != null)
        .forEach(item -> add(new AnsweredQuestion(item, "quiz.score.they")));
  }
}
