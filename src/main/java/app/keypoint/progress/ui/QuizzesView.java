package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.identity.CurrentAccount;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.QuizProgress;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.StaticMarkup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Every quiz that is being served, and where the learner stands with it. */
@Route("quizzes")
@Menu(title = "progress.quizzes.menu", order = 2)
@PermitAll
class QuizzesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final LearnerProgress progress;
  private final CurrentAccount current;
  private final Clock clock;

  QuizzesView(LearnerProgress progress, CurrentAccount current, Clock clock) {
    this.progress = progress;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    List<QuizProgress> quizzes = progress.quizzes(current.get());
    removeAll();
    if (quizzes.isEmpty()) {
      add(
          new PageHeader(getPageTitle(), ""),
          new EmptyState(text("quizzes.none"), text("quizzes.none-text")));
      return;
    }
    Div cards = new Div();
    cards.addClassName("quiz-cards");
    quizzes.forEach(quiz -> cards.add(new QuizCard(quiz, clock.instant())));
    add(new PageHeader(getPageTitle(), summary(quizzes)), StaticMarkup.of(cards));
  }

  @Override
  public String getPageTitle() {
    return text("quizzes.menu");
  }

  private static String summary(List<QuizProgress> quizzes) {
    return text(
        "quizzes.text",
        quizzes.size(),
        quizzes.stream().mapToInt(quiz -> quiz.quiz().questions().size()).sum(),
        quizzes.stream().mapToInt(quiz -> quiz.quiz().keyPoints().size()).sum());
  }
}
