package app.keypoint.review.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.Grading;
import app.keypoint.content.grading.Outcome;
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
   * @param confidenceAsked whether the learner says how sure they are
   * @param sureWrong whether the card was wrong lately though the learner was sure
   */
  public record NextCard(
      int done, int left, Optional<DueCard> card, boolean confidenceAsked, boolean sureWrong) {

    /** The same with this card instead, if there is one. */
    NextCard with(Optional<DueCard> other) {
      return other.isEmpty() || id(other).equals(id(card))
          ? this
          : new NextCard(done, left, other, confidenceAsked, false);
    }

    private static Optional<Long> id(Optional<DueCard> card) {
      return card.map(DueCard::cardId);
    }
  }

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
   * @param confidence how sure the learner was of that, or null
   */
  private record Shown(
      DueCard card,
      int version,
      AskedQuestion asked,
      Instant since,
      Response.@Nullable Typed typed,
      @Nullable Confidence confidence) {

    Shown awaiting(Response.Typed response, @Nullable Confidence said) {
      return new Shown(card, version, asked, since, response, said);
    }

    /** After its answer was recorded, so that it can still be buried or suspended. */
    Shown recorded() {
      return new Shown(card, version + 1, asked, since, null, null);
    }
  }

  /** What was answered, before it is graded. */
  private record Given(Response response, Duration timeTaken, @Nullable Confidence confidence) {}

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
  protected abstract NextCard nextCard();

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
    show(nextCard());
  }

  private void show(NextCard next) {
    int total = Math.max(1, next.done() + next.left());
    screen.setProgress(Math.min(next.done() + 1, total), total);
    next.card().ifPresentOrElse(card -> ask(card, next), this::showDone);
  }

  private void showDone() {
    shown = null;
    screen.setBody(done());
    screen.setFoot();
  }

  private void ask(DueCard card, NextCard next) {
    AskedQuestion asked =
        new AskedQuestion(
            card.question(),
            card.optionOrder(),
            tools.catalogue().quiz(card.question().quizId()).orElseThrow());
    shown = new Shown(card, card.version(), asked, now(), null, null);
    panel.ask(asked, next.confidenceAsked());
    screen.setBody(panel);
    switch (card.kind()) {
      case DRILL -> screen.setFoot(note("review.drill"));
      case PRACTICE ->
          screen.setFoot(
              note(next.sureWrong() ? "review.practice.sure-wrong" : "review.practice.note"));
      default -> screen.setFoot(card.fresh() ? new Component[] {note("review.new")} : NONE);
    }
  }

  private void answered(Response response, @Nullable Confidence confidence) {
    Shown now = shown;
    if (now == null) {
      return;
    }
    Question question = QuizTexts.shown(now.card().question().question(), response);
    Outcome outcome = Grading.outcome(question, response);
    panel.reveal(now.asked(), response, outcome, confidence);
    if (now.card().leech()) {
      screen.setBody(panel, new LeechNote(now.card().lapses(), this::act));
    }
    Duration timeTaken = Duration.between(now.since(), now());
    Given given = new Given(response, timeTaken, confidence);
    if (outcome.right() && !scale().isEmpty()) {
      offerGrades(now, given);
    } else if (outcome.right()) {
      if (saved(now, given, Grade.GOOD)) {
        offerContinue("review.practice.right", this::showNext);
      }
    } else if (response instanceof Response.Typed typed) {
      shown = now.awaiting(typed, confidence);
      offerContinue("review.wrong", () -> recordAndGoOn(now, given, Grade.FORGOT));
    } else if (saved(now, given, Grade.FORGOT)) {
      // Nothing was left to choose, so it was saved before anything could get lost.
      offerContinue("review.forgotten", this::showNext);
    }
  }

  private void overruled() {
    Shown now = shown;
    if (now != null && now.typed() != null) {
      answered(now.typed().overruled(true), now.confidence());
    }
  }

  private void offerGrades(Shown now, Given given) {
    GradeButtons grades =
        new GradeButtons(
            now.card().previews(),
            scale(),
            given.response() instanceof Response.Typed,
            grade -> recordAndGoOn(now, given, grade));
    screen.setFoot(grades);
    grades.focus();
  }

  private void offerContinue(String noteKey, Runnable onContinue) {
    NativeButton next = Keys.primary(getTranslation("review.continue"), onContinue);
    screen.setFoot(note(noteKey), next);
    next.focus();
  }

  private void recordAndGoOn(Shown now, Given given, Grade grade) {
    if (saved(now, given, grade)) {
      showNext();
    }
  }

  private boolean saved(Shown now, Given given, Grade grade) {
    try {
      Recorded recorded =
          record(
              account(),
              now.card().answer(given.response(), grade, given.timeTaken(), given.confidence()));
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
      NextCard next = nextCard();
      show(next.with(done.card()));
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
