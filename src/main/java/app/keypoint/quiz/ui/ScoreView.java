package app.keypoint.quiz.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.content.ui.ConfidenceCard;
import app.keypoint.content.ui.Keys;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.FinishedAttempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.quiz.ReviewOutlook;
import app.keypoint.quiz.ReviewOutlook.Outlook;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;

/** How an attempt went: the score, each key point, each question, and what happens next. */
@Route("attempt/:attemptId/score")
@PermitAll
class ScoreView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final QuizTaking taking;
  private final Catalogue catalogue;
  private final ReviewOutlook outlooks;
  private final CurrentAccount current;
  private String title = "";

  ScoreView(
      QuizTaking taking, Catalogue catalogue, ReviewOutlook outlooks, CurrentAccount current) {
    this.taking = taking;
    this.catalogue = catalogue;
    this.outlooks = outlooks;
    this.current = current;
    addClassName("score");
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    AttemptPage.of(event, taking, current.get().id())
        .ifPresent(
            attempt -> {
              if (attempt.state() == Attempt.State.FINISHED) {
                show(attempt);
              } else {
                event.forwardTo("attempt/" + attempt.id());
              }
            });
  }

  private void show(Attempt attempt) {
    Quiz quiz = AttemptPage.quiz(catalogue, attempt, getTranslation("quiz.retired"));
    long learner = current.get().id();
    List<FinishedAttempt> finished = taking.finished(learner, attempt.quizId());
    Outlook outlook =
        outlooks.of(
            learner, attempt.items().stream().map(item -> item.asked().question().id()).toList());
    title = getTranslation("quiz.score.page-title", QuizTexts.title(quiz));
    removeAll();
    add(result(attempt, quiz, finished, outlook));
    if (!quiz.keyPoints().isEmpty()) {
      add(section("quiz.score.key-points", new KeyPointScores(attempt, quiz)));
    }
    ConfidenceTally confidence = attempt.confidence();
    if (confidence.answers() > 0) {
      add(
          new ConfidenceCard(
              confidence,
              getTranslation("quiz.score.confidence"),
              getTranslation("quiz.score.confidence.wrong", confidence.sureWrong()),
              outlook.cards() == 0 ? "" : "practice?quiz=" + quiz.id()));
    }
    questions(attempt, "quiz.score.wrong", false);
    questions(attempt, "quiz.score.right", true);
  }

  private Section result(
      Attempt attempt, Quiz quiz, List<FinishedAttempt> finished, Outlook outlook) {
    Paragraph of = new Paragraph(QuizTexts.titleOf(quiz));
    of.addClassName("muted");
    H1 score = new H1(getTranslation("quiz.score.title", attempt.score(), attempt.items().size()));
    score.addClassNames("prompt", "num");
    Div words = new Div(of, score, new Paragraph(comparison(attempt, finished)));
    words.add(new Paragraph(next(outlook)));
    NativeButton primary =
        outlook.due() > 0
            ? Keys.primary(getTranslation("quiz.score.review-now"), () -> go("review"))
            : Keys.primary(getTranslation("quiz.score.to-today"), () -> go(""));
    Div actions = new Div(primary);
    actions.addClassName("actions");
    if (taking.canBegin(current.get().id(), quiz.id())) {
      Anchor again = new Anchor("quiz/" + quiz.id() + "/start", getTranslation("quiz.score.again"));
      again.addClassName("btn");
      actions.add(again);
    }
    Section section = new Section(words, actions);
    section.addClassNames("card", "score-result");
    return section;
  }

  private String comparison(Attempt attempt, List<FinishedAttempt> finished) {
    double share = attempt.score() / attempt.items().size();
    double best =
        finished.stream()
            .filter(other -> other.id() != attempt.id())
            .mapToDouble(FinishedAttempt::share)
            .max()
            .orElse(-1);
    if (best < 0) {
      return getTranslation("quiz.score.first", share);
    }
    return share > best
        ? getTranslation("quiz.score.new-best", share, best)
        : getTranslation("quiz.score.best", share, best);
  }

  private String next(Outlook outlook) {
    return outlook.cards() == 0
        ? getTranslation("quiz.score.no-cards")
        : getTranslation("quiz.score.next", outlook.cards(), outlook.due());
  }

  private void questions(Attempt attempt, String titleKey, boolean right) {
    List<Attempt.Item> items =
        attempt.items().stream()
            .filter(item -> item.answer() != null && item.answer().outcome().right() == right)
            .sorted(Comparator.comparing(Attempt.Item::sureWrong).reversed())
            .toList();
    if (!items.isEmpty()) {
      Div list = new Div();
      items.forEach(item -> list.add(new AnsweredQuestion(item)));
      list.addClassName("answered-list");
      add(section(titleKey, list, items.size()));
    }
  }

  private Section section(String titleKey, Div content, Object... args) {
    Section section = new Section(new H2(getTranslation(titleKey, args)), content);
    section.addClassName("card");
    return section;
  }

  private void go(String route) {
    getUI().ifPresent(ui -> ui.navigate(route));
  }
}
