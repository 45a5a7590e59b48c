package app.keypoint.quiz.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.ui.AskedQuestion;
import app.keypoint.content.ui.Keys;
import app.keypoint.content.ui.QuestionPanel;
import app.keypoint.content.ui.QuestionScreen;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.ReportDialog;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.AttemptClosedException;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.ui.Confirm;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Taking a quiz: a question, its feedback, the next question, up to the score. */
@Route(value = "attempt/:attemptId", autoLayout = false)
@PermitAll
class AttemptView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final QuizTaking taking;
  private final Catalogue catalogue;
  private final ProblemReports reports;
  private final CurrentAccount current;
  private final Clock clock;

  private final QuestionScreen screen;
  private final QuestionPanel panel = new QuestionPanel(this::answered, this::overruled);

  /** The question on the screen and when it appeared. */
  private record Shown(Attempt attempt, Quiz quiz, int position, Instant since) {

    Attempt.Item item() {
      return attempt.item(position);
    }

    AskedQuestion asked() {
      return new AskedQuestion(item().asked(), item().optionOrder(), quiz);
    }
  }

  private @Nullable Shown shown;

  AttemptView(
      QuizTaking taking,
      Catalogue catalogue,
      ProblemReports reports,
      CurrentAccount current,
      Clock clock) {
    this.taking = taking;
    this.catalogue = catalogue;
    this.reports = reports;
    this.current = current;
    this.clock = clock;
    screen = new QuestionScreen(getTranslation("quiz.leave"), this::leave);
    screen.setBody(panel);
    add(screen);
  }

  @Override
  public String getPageTitle() {
    return shown == null ? "" : QuizTexts.title(shown.quiz());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    AttemptPage.of(event, taking, learner())
        .ifPresent(
            attempt -> {
              switch (attempt.state()) {
                case OPEN -> show(attempt);
                case FINISHED -> event.forwardTo("attempt/" + attempt.id() + "/score");
                case DROPPED -> event.forwardTo("quiz/" + attempt.quizId());
              }
            });
  }

  /** The first open question; if none is left, the last one with its feedback. */
  private void show(Attempt attempt) {
    Quiz quiz = AttemptPage.quiz(catalogue, attempt, getTranslation("quiz.retired"));
    int position = attempt.firstOpen().orElse(attempt.items().size());
    Shown now = new Shown(attempt, quiz, position, clock.instant());
    shown = now;
    screen.setProgress(position, attempt.items().size());
    Account learner = current.get();
    if (taking.canBegin(learner.id(), attempt.quizId())) {
      screen.setActions(startAgain(), ReportDialog.button(this::report));
    } else {
      screen.setActions(ReportDialog.button(this::report));
    }
    if (now.item().answer() == null) {
      panel.ask(now.asked(), learner.confidenceAsked());
      screen.setFoot();
    } else {
      reveal(now);
    }
  }

  private void answered(Response response, @Nullable Confidence confidence) {
    Shown now = shown;
    if (now == null) {
      return;
    }
    Duration timeTaken = Duration.between(now.since(), clock.instant());
    try {
      var unused =
          taking.answer(
              learner(), now.attempt().id(), now.position(), response, timeTaken, confidence);
    } catch (AttemptClosedException e) {
      dropped(now);
      return;
    }
    Shown saved = refreshed(now);
    reveal(saved);
    Attempt.Answer stands = saved.item().answer();
    if (stands != null && !stands.response().equals(response)) {
      tell("quiz.answered-elsewhere");
    }
  }

  private void overruled() {
    Shown now = shown;
    if (now == null) {
      return;
    }
    try {
      var unused = taking.overrule(learner(), now.attempt().id(), now.position());
      reveal(refreshed(now));
    } catch (AttemptClosedException e) {
      tell("quiz.score-final");
      next();
    }
  }

  private Shown refreshed(Shown now) {
    Attempt attempt = taking.attempt(learner(), now.attempt().id());
    Shown fresh = new Shown(attempt, now.quiz(), now.position(), now.since());
    shown = fresh;
    return fresh;
  }

  private void reveal(Shown now) {
    Attempt.Answer answer = now.item().answer();
    if (answer == null) {
      return;
    }
    panel.reveal(now.asked(), answer.response(), answer.outcome(), answer.confidence());
    boolean last = now.attempt().firstOpen().isEmpty();
    Span note = new Span(note(now.item().asked().question(), answer));
    note.addClassNames("muted", "small");
    NativeButton next =
        Keys.primary(getTranslation(last ? "quiz.see-score" : "quiz.continue"), this::next);
    screen.setFoot(note, next);
    next.focus();
  }

  private String note(Question question, Attempt.Answer answer) {
    double marks = answer.outcome().marks();
    if (answer.outcome().right()) {
      return getTranslation("quiz.note.right");
    }
    if (marks > 0) {
      return getTranslation("quiz.note.part", marks);
    }
    return getTranslation(
        question instanceof Question.Typed ? "quiz.note.wrong-typed" : "quiz.note.wrong");
  }

  private void next() {
    Shown now = shown;
    if (now == null) {
      return;
    }
    Attempt attempt = taking.attempt(learner(), now.attempt().id());
    switch (attempt.state()) {
      case DROPPED -> dropped(now);
      case FINISHED -> go("attempt/" + attempt.id() + "/score");
      case OPEN -> {
        if (attempt.awaitsFinish()) {
          taking.finish(learner(), attempt.id());
          go("attempt/" + attempt.id() + "/score");
        } else {
          show(attempt);
        }
      }
    }
  }

  private @Nullable Runnable report(String note) {
    if (shown == null) {
      return null;
    }
    long learner = learner();
    long report = reports.report(learner, shown.item().asked().id(), note);
    return () -> reports.withdraw(learner, report);
  }

  private NativeButton startAgain() {
    NativeButton button =
        new NativeButton(
            "↺",
            click ->
                Confirm.askToLose(
                    getTranslation("quiz.start-again.title"),
                    getTranslation("quiz.start-again.text"),
                    getTranslation("quiz.start-again"),
                    getTranslation("quiz.start-again.keep"),
                    this::startOver));
    button.addClassName("plain");
    button.setAriaLabel(getTranslation("quiz.start-again"));
    button.getElement().setAttribute("title", getTranslation("quiz.start-again"));
    return button;
  }

  private void startOver() {
    if (shown != null) {
      go("attempt/" + taking.startAgain(learner(), shown.attempt().quizId()).id());
    }
  }

  private void dropped(Shown now) {
    tell("quiz.dropped");
    go("quiz/" + now.attempt().quizId());
  }

  private void leave() {
    go("");
  }

  private void tell(String key) {
    Notification.show(getTranslation(key));
  }

  private void go(String route) {
    getUI().ifPresent(ui -> ui.navigate(route));
  }

  private long learner() {
    return current.get().id();
  }
}
