package app.keypoint.authoring.ui.preview;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.ui.ItemNames;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.content.grading.Grading;
import app.keypoint.content.grading.Outcome;
import app.keypoint.content.ui.AskedQuestion;
import app.keypoint.content.ui.Keys;
import app.keypoint.content.ui.QuestionPanel;
import app.keypoint.content.ui.QuestionScreen;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A draft's questions on trial: exactly what learners get, and nothing is kept. */
@Route(value = "try/:draftId([a-z0-9-]{1,100})/:itemId?([a-z0-9-]{1,100})", autoLayout = false)
@RolesAllowed(Role.Names.INSTRUCTOR)
class TryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Drafts drafts;
  private final Account author;
  private final QuestionScreen screen;
  private final QuestionPanel panel = new QuestionPanel(this::answered, this::overruled);

  /** What is on the screen. */
  private record Shown(Draft draft, List<Question> questions, int nth) {

    Question question() {
      return questions.get(nth);
    }

    AskedQuestion asked() {
      return Trial.asked(draft, question());
    }
  }

  private @Nullable Shown shown;
  private Response.@Nullable Typed typed;
  private String back = "write";

  TryView(Drafts drafts, CurrentAccount current) {
    this.drafts = drafts;
    this.author = current.get();
    screen = new QuestionScreen(getTranslation("authoring.try.leave"), this::leave);
    add(screen);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("authoring.try");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String quizId = event.getRouteParameters().get("draftId").orElseThrow();
    String itemId = event.getRouteParameters().get("itemId").orElse("");
    back = "write/" + quizId + (itemId.isEmpty() ? "" : "/" + itemId);
    Drafts.Checked checked = drafts.checked(author.id(), quizId);
    Draft draft = checked.draft();
    DraftCheck check = checked.check();
    if (itemId.equals(Drafts.ARTICLE)) {
      showArticle(draft);
      return;
    }
    List<Question> questions =
        draft.live(ItemKind.QUESTION).stream()
            .map(DraftItem::id)
            .filter(check.questions()::containsKey)
            .map(id -> Objects.requireNonNull(check.questions().get(id)))
            .toList();
    int first = questions.stream().map(Question::id).toList().indexOf(itemId);
    show(new Shown(draft, questions, Math.max(0, first)));
  }

  /** Where a draft's article is read as learners will read it. */
  static String article(String draftId) {
    return "try/" + draftId + "/" + Drafts.ARTICLE;
  }

  private void showArticle(Draft draft) {
    Quiz.Article article = Trial.article(draft);
    H1 title =
        new H1(article.title().isBlank() ? getTranslation("authoring.article") : article.title());
    title.addClassName("prompt");
    Div text = new Div(Rich.html(article.text(), Translations.ORIGINAL));
    text.addClassNames("card", "article");
    screen.setBody(title, text);
    screen.setFoot(note());
  }

  private void show(Shown now) {
    shown = now;
    typed = null;
    if (now.nth() >= now.questions().size()) {
      H1 title = new H1(ItemNames.title(now.draft().summary().title(), this));
      title.addClassName("prompt");
      NativeButton leave = Keys.primary(getTranslation("authoring.try.leave"), this::leave);
      Div done =
          new Div(
              title,
              new Paragraph(
                  getTranslation(
                      now.questions().isEmpty() ? "authoring.try.none" : "authoring.try.done")),
              leave);
      done.addClassName("done");
      screen.setBody(done);
      screen.setFoot();
      leave.focus();
      return;
    }
    screen.setProgress(now.nth() + 1, now.questions().size());
    screen.setBody(panel);
    screen.setFoot();
    panel.ask(now.asked());
  }

  private void answered(Response response) {
    if (response instanceof Response.Typed text) {
      typed = text;
    }
    reveal(response);
  }

  private void overruled() {
    if (typed != null) {
      reveal(typed.overruled(true));
    }
  }

  private void reveal(Response response) {
    Shown now = shown;
    if (now == null) {
      return;
    }
    stillShared(now);
    Outcome outcome = Grading.outcome(QuizTexts.shown(now.question(), response), response);
    panel.reveal(now.asked(), response, outcome);
    NativeButton next =
        Keys.primary(
            getTranslation("authoring.try.next"),
            () -> {
              stillShared(now);
              show(new Shown(now.draft(), now.questions(), now.nth() + 1));
            });
    screen.setFoot(note(), next);
    next.focus();
  }

  private Span note() {
    Span note = new Span(getTranslation("authoring.try.note"));
    note.addClassNames("muted", "small");
    return note;
  }

  /**
   * What the page holds was read when it was opened; it may be somebody else's alone since.
   *
   * @throws GoneException when it is
   */
  private void stillShared(Shown now) {
    var unused = drafts.draft(author.id(), now.draft().id());
  }

  private void leave() {
    Shown now = shown;
    String to =
        now == null || now.nth() >= now.questions().size()
            ? back
            : "write/" + now.draft().id() + "/" + now.question().id();
    getUI().ifPresent(ui -> ui.navigate(to));
  }
}
