package app.keypoint.review.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Grading;
import app.keypoint.content.Outcome;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.ui.AskedQuestion;
import app.keypoint.content.ui.Keys;
import app.keypoint.content.ui.QuestionPanel;
import app.keypoint.content.ui.QuestionScreen;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.DueCard;
import app.keypoint.review.Grade;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.StaleCardException;
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
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The day's due cards, one after the other, to a clear end. */
@Route(value = "review", autoLayout = false)
@PermitAll
class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Reviewing reviewing;
  private final Catalogue catalogue;
  private final CurrentAccount currentAccount;
  private final Clock clock;

  private final QuestionScreen screen;
  private final QuestionPanel panel = new QuestionPanel(this::answered, this::overruled);

  /** The card on the screen, when it appeared, and what was typed but may yet be overruled. */
  private record Shown(
      DueCard card, AskedQuestion asked, Instant since, Response.@Nullable Typed typed) {}

  private @Nullable Shown shown;

  ReviewView(Reviewing reviewing, Catalogue catalogue, CurrentAccount currentAccount, Clock clock) {
    this.reviewing = reviewing;
    this.catalogue = catalogue;
    this.currentAccount = currentAccount;
    this.clock = clock;
    screen = new QuestionScreen(getTranslation("review.leave"), this::leave);
    screen.setActions(
        action("undo", "z", this::undo),
        action("bury", "-", () -> setAside(this::bury)),
        action("suspend", "@", () -> setAside(this::suspend)));
    add(screen);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("review.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    showNext();
  }

  private void showNext() {
    show(reviewing.next(account()));
  }

  private void show(Optional<DueCard> next) {
    ReviewProgress progress = reviewing.progress(account());
    screen.setProgress(
        Math.min(progress.cleared() + 1, progress.total()), Math.max(1, progress.total()));
    next.ifPresentOrElse(this::ask, () -> showDone(progress));
  }

  private void ask(DueCard card) {
    AskedQuestion asked =
        new AskedQuestion(
            card.question(),
            card.optionOrder(),
            catalogue.quiz(card.question().quizId()).orElseThrow());
    shown = new Shown(card, asked, clock.instant(), null);
    panel.ask(asked);
    screen.setBody(panel);
    if (card.drill()) {
      screen.setFoot(note("review.drill"));
    } else {
      screen.setFoot();
    }
  }

  private void showDone(ReviewProgress progress) {
    shown = null;
    ReviewDone done =
        new ReviewDone(
            progress,
            account().calendar().dayOf(clock.instant()),
            () -> go("quizzes"),
            this::leave);
    int suspended = reviewing.suspended(account());
    if (suspended > 0) {
      done.offerResume(suspended, this::resume);
    }
    screen.setBody(done);
    screen.setFoot();
  }

  private void answered(Response response) {
    Shown now = shown;
    if (now == null) {
      return;
    }
    Question question = now.card().question().question();
    Outcome outcome = Grading.outcome(question, response);
    panel.reveal(now.asked(), response, outcome);
    if (outcome.right()) {
      offerGrades(now, response);
    } else if (response instanceof Response.Typed typed) {
      shown = new Shown(now.card(), now.asked(), now.since(), typed);
      Duration timeTaken = Duration.between(now.since(), clock.instant());
      offerContinue("review.wrong", () -> record(now, typed, Grade.FORGOT, timeTaken));
    } else {
      // Nothing is left to choose, so it is saved before anything can get lost.
      if (saved(now, response, Grade.FORGOT, Duration.between(now.since(), clock.instant()))) {
        offerContinue("review.forgotten", this::showNext);
      }
    }
  }

  private void overruled() {
    Shown now = shown;
    if (now != null && now.typed() != null) {
      answered(new Response.Typed(now.typed().text(), true));
    }
  }

  private void offerGrades(Shown now, Response response) {
    Duration timeTaken = Duration.between(now.since(), clock.instant());
    GradeButtons grades =
        new GradeButtons(
            now.card().previews(),
            response instanceof Response.Typed,
            grade -> record(now, response, grade, timeTaken));
    screen.setFoot(grades);
    grades.focus();
  }

  private void offerContinue(String noteKey, Runnable onContinue) {
    NativeButton next = Keys.primary(getTranslation("review.continue"), onContinue);
    screen.setFoot(note(noteKey), next);
    next.focus();
  }

  private void record(Shown now, Response response, Grade grade, Duration timeTaken) {
    if (saved(now, response, grade, timeTaken)) {
      showNext();
    }
  }

  private boolean saved(Shown now, Response response, Grade grade, Duration timeTaken) {
    DueCard card = now.card();
    try {
      reviewing.answer(
          account(), new CardAnswer(card.cardId(), card.version(), response, grade, timeTaken));
      return true;
    } catch (StaleCardException e) {
      skipStale();
      return false;
    }
  }

  private void setAside(BiConsumer<Account, DueCard> how) {
    Shown now = shown;
    if (now == null) {
      return;
    }
    try {
      how.accept(account(), now.card());
      showNext();
    } catch (StaleCardException e) {
      skipStale();
    }
  }

  private void bury(Account learner, DueCard card) {
    reviewing.bury(learner, card.cardId(), card.version());
    tell("review.buried");
  }

  private void suspend(Account learner, DueCard card) {
    reviewing.suspend(learner, card.cardId(), card.version());
    tell("review.suspended");
  }

  private void undo() {
    Optional<DueCard> restored = reviewing.undo(account());
    if (restored.isPresent()) {
      show(restored);
      tell("review.undone");
    } else {
      tell("review.nothing-to-undo");
    }
  }

  private void resume() {
    Notification.show(getTranslation("review.resumed", reviewing.resume(account())));
    showNext();
  }

  private void skipStale() {
    tell("review.stale");
    showNext();
  }

  private void leave() {
    go("");
  }

  private void go(String route) {
    getUI().ifPresent(ui -> ui.navigate(route));
  }

  private void tell(String key) {
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

  private Account account() {
    return currentAccount.get();
  }
}
