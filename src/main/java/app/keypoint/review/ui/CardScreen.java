package app.keypoint.review.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Grading;
import app.keypoint.content.Outcome;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.ui.AskedQuestion;
import app.keypoint.content.ui.Keys;
import app.keypoint.content.ui.QuestionPanel;
import app.keypoint.content.ui.QuestionScreen;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.ReportDialog;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.Acted;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.scheduling.Grade;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cards asked one after the other, each answered, revealed and recorded, to a clear end. */
public abstract class CardScreen extends Div implements HasDynamicTitle {

  /** What every such screen works with. */
  @org.springframework.stereotype.Component
  public record Tools(
      Reviewing reviewing,
      Catalogue catalogue,
      ProblemReports reports,
      CurrentAccount currentAccount,
      Clock clock) {}

  /**
   * What to show now.
   *
   * @param done cards done with
   * @param left cards still to be asked
   */
  public record Turn(int done, int left, Optional<DueCard> card) {}

  private static final Component[] NONE = {};

  private final Tools tools;
  private final QuestionScreen screen;
  private final QuestionPanel panel = new QuestionPanel(this::answered, this::overruled);

  /**
   * The card on the screen.
   *
   * @param version what the next step of the card has to carry
   * @param since when it appeared
   * @param typed what was typed and may yet be overruled
   */
  private record Shown(
      DueCard card,
      int version,
      AskedQuestion asked,
      Instant since,
      Response.@Nullable Typed typed) {

    Shown awaiting(Response.Typed response) {
      return new Shown(card, version, asked, since, response);
    }

    /** After its answer was recorded, so that it can still be buried or suspended. */
    Shown recorded() {
      return new Shown(card, version + 1, asked, since, null);
    }
  }

  private @Nullable Shown shown;

  protected CardScreen(Tools tools, String leaveKey) {
    this.tools = tools;
    screen = new QuestionScreen(getTranslation(leaveKey), this::leave);
    screen.setActions(
        action("undo", "z", this::undo),
        action("bury", "-", () -> act(StepKind.BURY)),
        action("suspend", "@", () -> act(StepKind.SUSPEND)),
        ReportDialog.button(this::report));
    add(screen);
  }

  /** The card to ask now and how far the screen is. */
  protected abstract Turn turn();

  /** Records an answer. */
  protected abstract Recorded record(Account learner, CardAnswer answer);

  /** Acts on the card on the screen. */
  protected abstract Acted act(Account learner, long cardId, int version, StepKind action);

  /** Takes back the latest step. */
  protected abstract Undo undo(Account learner);

  /** What to show when no card is left. */
  protected abstract Component done();

  /** Whether right answers are graded by the learner, and on which scale. */
  protected abstract List<Grade> scale();

  protected final Account account() {
    return tools.currentAccount().get();
  }

  protected final Instant now() {
    return tools.clock().instant();
  }

  final Reviewing reviewing() {
    return tools.reviewing();
  }

  protected final void showNext() {
    show(turn());
  }

  private void show(Turn turn) {
    int total = Math.max(1, turn.done() + turn.left());
    screen.setProgress(Math.min(turn.done() + 1, total), total);
    turn.card().ifPresentOrElse(this::ask, this::showDone);
  }

  private void showDone() {
    shown = null;
    screen.setBody(done());
    screen.setFoot();
  }

  private void ask(DueCard card) {
    AskedQuestion asked =
        new AskedQuestion(
            card.question(),
            card.optionOrder(),
            tools.catalogue().quiz(card.question().quizId()).orElseThrow());
    shown = new Shown(card, card.version(), asked, now(), null);
    panel.ask(asked);
    screen.setBody(panel);
    switch (card.kind()) {
      case DRILL -> screen.setFoot(note("review.drill"));
      case PRACTICE -> screen.setFoot(note("review.practice.note"));
      default -> screen.setFoot(card.fresh() ? new Component[] {note("review.new")} : NONE);
    }
  }

  private void answered(Response response) {
    Shown now = shown;
    if (now == null) {
      return;
    }
    Question question = QuizTexts.shown(now.card().question().question(), response);
    Outcome outcome = Grading.outcome(question, response);
    panel.reveal(now.asked(), response, outcome);
    if (now.card().leech()) {
      screen.setBody(panel, new LeechNote(now.card().lapses(), this::act));
    }
    Duration timeTaken = Duration.between(now.since(), now());
    if (outcome.right() && !scale().isEmpty()) {
      offerGrades(now, response, timeTaken);
    } else if (outcome.right()) {
      if (saved(now, response, Grade.GOOD, timeTaken)) {
        offerContinue("review.practice.right", this::showNext);
      }
    } else if (response instanceof Response.Typed typed) {
      shown = now.awaiting(typed);
      offerContinue("review.wrong", () -> recordAndGoOn(now, typed, Grade.FORGOT, timeTaken));
    } else if (saved(now, response, Grade.FORGOT, timeTaken)) {
      // Nothing was left to choose, so it was saved before anything could get lost.
      offerContinue("review.forgotten", this::showNext);
    }
  }

  private void overruled() {
    Shown now = shown;
    if (now != null && now.typed() != null) {
      answered(now.typed().overruled(true));
    }
  }

  private void offerGrades(Shown now, Response response, Duration timeTaken) {
    GradeButtons grades =
        new GradeButtons(
            now.card().previews(),
            scale(),
            response instanceof Response.Typed,
            grade -> recordAndGoOn(now, response, grade, timeTaken));
    screen.setFoot(grades);
    grades.focus();
  }

  private void offerContinue(String noteKey, Runnable onContinue) {
    NativeButton next = Keys.primary(getTranslation("review.continue"), onContinue);
    screen.setFoot(note(noteKey), next);
    next.focus();
  }

  private void recordAndGoOn(Shown now, Response response, Grade grade, Duration timeTaken) {
    if (saved(now, response, grade, timeTaken)) {
      showNext();
    }
  }

  private boolean saved(Shown now, Response response, Grade grade, Duration timeTaken) {
    try {
      Recorded recorded = record(account(), now.card().answer(response, grade, timeTaken));
      if (recorded.hardAfterMiss()) {
        new HardDialog().open();
      }
      shown = now.recorded();
      return true;
    } catch (StaleCardException e) {
      skipStale();
      return false;
    }
  }

  private void act(StepKind action) {
    Shown now = shown;
    if (now == null) {
      return;
    }
    try {
      Acted acted = act(account(), now.card().cardId(), now.version(), action);
      tell((acted.cards() == 0 ? "review.unchanged." : "review.acted.") + action);
      showNext();
    } catch (StaleCardException e) {
      skipStale();
    }
  }

  private @Nullable Runnable report(String note) {
    if (shown == null) {
      return null;
    }
    long learner = account().id();
    long report = tools.reports().report(learner, shown.card().question().id(), note);
    return () -> tools.reports().withdraw(learner, report);
  }

  private void undo() {
    Undo undo = undo(account());
    Notification.show(ReviewTexts.undo(undo));
    if (undo instanceof Undo.Done done) {
      Turn turn = turn();
      show(new Turn(turn.done(), turn.left(), done.card().or(turn::card)));
    }
  }

  private void skipStale() {
    tell("review.stale");
    showNext();
  }

  protected final void leave() {
    go("");
  }

  final void go(String route) {
    getUI().ifPresent(ui -> ui.navigate(route));
  }

  final void tell(String key) {
    Notification.show(getTranslation(key));
  }

  private Span note(String key) {
    Span note = new Span(getTranslation(key));
    note.addClassNames("muted", "small");
    return note;
  }

  private NativeButton action(String name, String key, Runnable onClick) {
    Span icon = new Span();
    icon.addClassNames("icon", name);
    NativeButton button = new NativeButton();
    button.add(icon);
    button.addClickListener(click -> onClick.run());
    String label = getTranslation("review." + name);
    button.addClassName("plain");
    button.setAriaLabel(label);
    button.getElement().setAttribute("data-key", key);
    button.getElement().setAttribute("title", label + " (" + key.toUpperCase(getLocale()) + ")");
    return button;
  }
}
