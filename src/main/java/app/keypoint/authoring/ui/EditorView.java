package app.keypoint.authoring.ui;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Edition;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.OpenedTo;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.SaveOutcome;
import app.keypoint.authoring.Sharing;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One quiz being written: its parts, the fields of one of them, and how learners will see it. */
@StyleSheet("context://assets/authoring.css")
@Route("write/:draftId([a-z0-9-]{1,100})/:itemId?([a-z0-9-]{1,100})")
@RolesAllowed(Role.Names.INSTRUCTOR)
@JsModule("context://assets/editor.js")
class EditorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  /** Where the browser says from which revision the words were made that it has kept. */
  private static final String REVISION = "event.detail";

  private final Drafts drafts;
  private final Articles articles;
  private final Publishing publishing;
  private final Sharing sharing;
  private final Account author;
  private final Clock clock;

  private final Steps steps = new Steps();
  private final EditorHead head;
  private final Outline outline = new Outline(this::open);
  private final Section card = new Section();
  private final Preview preview = new Preview();
  private final ArticlePane article = new ArticlePane(this::addPoint, this::pointQuestion);

  /**
   * What is on the screen.
   *
   * @param revision that the form goes on from: an older one than the part's when the browser still
   *     has words that were made from it
   */
  private record Open(DraftItem item, int revision, ItemForm form) {

    String id() {
      return item.id();
    }
  }

  private @Nullable Draft draft;
  private @Nullable DraftCheck check;
  private @Nullable Open open;
  private boolean asking;

  EditorView(
      Drafts drafts,
      Articles articles,
      Publishing publishing,
      Sharing sharing,
      CurrentAccount current,
      Clock clock) {
    this.drafts = drafts;
    this.articles = articles;
    this.publishing = publishing;
    this.sharing = sharing;
    this.author = current.get();
    this.clock = clock;
    addClassNames("editor", "wide");
    head =
        new EditorHead(
            new EditorHead.Actions(
                this::undo, this::redo, this::tryOut, this::history, this::learners, this::share, this::publish));
    Div parts = new Div(outline, new AddButtons(() -> addPoint(""), this::addQuestion));
    parts.addClassName("parts");
    card.addClassNames("card", "item-card");
    card.getElement()
        .addEventListener("kept", kept -> goOnFrom(kept.getEventData().path(REVISION).asInt(0)))
        .addEventData(REVISION);
    Div columns = new Div(parts, card, new Aside(preview, article));
    columns.addClassName("columns");
    add(head, columns);
    shortcuts();
  }

  static RouteParameters route(String quizId) {
    return new RouteParameters("draftId", quizId);
  }

  static RouteParameters route(String quizId, String itemId) {
    return new RouteParameters(new RouteParam("draftId", quizId), new RouteParam("itemId", itemId));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String quizId = event.getRouteParameters().get("draftId").orElseThrow();
    try {
      load(quizId);
    } catch (GoneException e) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    Draft now = draft();
    String wanted = event.getRouteParameters().get("itemId").orElse(quizId);
    show(now.item(wanted).or(() -> now.item(quizId)).orElseThrow());
    focus();
  }

  @Override
  public String getPageTitle() {
    return draft == null ? "" : Names.title(draft.summary().title(), this);
  }

  private Draft draft() {
    if (draft == null) {
      throw new IllegalStateException("Nothing is open yet");
    }
    return draft;
  }

  private void load(String quizId) {
    draft = drafts.draft(author.id(), quizId);
    check = drafts.check(author.id(), quizId);
  }

  /** Reads all anew and shows it around the form, which stays as it is. */
  private void refresh() {
    load(draft().id());
    around();
  }

  private void around() {
    Draft now = draft();
    DraftCheck found = check;
    Open here = open;
    if (found == null || here == null) {
      return;
    }
    outline.show(now, found, here.id());
    here.form().show(FindingWords.named(found.of(here.id()), now, this));
    preview.setVisible(here.item().kind() == ItemKind.QUESTION);
    preview.show(now, found.questions().get(here.id()));
    article.show(now, here.item());
    head.show(now, found, steps);
  }

  private void open(String itemId) {
    load(draft().id());
    draft().item(itemId).ifPresent(this::show);
    focus();
  }

  private void show(DraftItem item) {
    ItemForm form =
        switch (item.body()) {
          case ItemBody.Heading heading -> new HeadingForm(heading, this::edited);
          case ItemBody.Article article -> new ArticleForm(article, this::read, steps::pause, this::edited);
          case ItemBody.KeyPoint point -> new KeyPointForm(point, this::edited);
          case ItemBody.Question question ->
              new QuestionForm(question, draft().live(ItemKind.KEY_POINT), this::edited);
        };
    goOn(new Open(item, item.revision(), form));
    card.removeAll();
    card.getElement().setAttribute("data-item", inTheBrowser(item.id()));
    card.add(new ItemHead(item, number(item), this::duplicate, this::move, this::retire), form);
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(null, "write/" + draft().id() + "/" + item.id()));
    around();
    restore();
  }

  private Articles.Brought read(String fileName, byte[] file) {
    return articles.fromFile(author.id(), fileName, file);
  }

  private void goOn(Open here) {
    open = here;
    card.getElement().setAttribute("data-revision", String.valueOf(here.revision()));
  }

  /** Words made from an older revision are saved as such: what came since is shown, not lost. */
  private void goOnFrom(int revision) {
    Open here = open;
    if (here != null) {
      goOn(new Open(here.item(), revision, here.form()));
      restore();
    }
  }

  private void restore() {
    card.getElement().executeJs("window.keypointEditor?.restore(this)");
  }

  private String inTheBrowser(String itemId) {
    return draft().id() + "/" + itemId;
  }

  private void focus() {
    if (open != null) {
      open.form().first().focus();
    }
  }

  /** Its place among those of its kind, from 1. */
  private int number(DraftItem item) {
    return draft().live(item.kind()).stream().map(DraftItem::id).toList().indexOf(item.id()) + 1;
  }

  private void edited(ItemBody body) {
    Open here = open;
    if (here == null || asking || body.equals(here.item().body())) {
      return;
    }
    save(here, here.revision(), body);
  }

  private void save(Open here, int revision, ItemBody body) {
    switch (drafts.save(author.id(), draft().id(), here.id(), revision, body)) {
      case SaveOutcome.Saved saved -> {
        steps.did(new Steps.Wrote(here.id(), saved.before(), saved.now().body()), clock.instant());
        goOn(new Open(saved.now(), saved.now().revision(), here.form()));
        saved(here.id());
        refresh();
      }
      case SaveOutcome.Conflict conflict -> ask(here, conflict);
    }
  }

  private void saved(String itemId) {
    head.saved(Times.ofDay(clock.instant(), author, getLocale()), inTheBrowser(itemId));
  }

  /** While the dialog is open nothing is saved; it takes along what was typed until then. */
  private void ask(Open here, SaveOutcome.Conflict conflict) {
    asking = true;
    String when = Times.ofDay(conflict.newest().changedAt(), author, getLocale());
    new ConflictDialog(
            conflict,
            when,
            () -> {
              asking = false;
              save(here, conflict.newest().revision(), here.form().body());
              focus();
            },
            () -> {
              asking = false;
              card.getElement().executeJs("window.keypointEditor?.forget(this)");
              open(here.id());
            })
        .open();
  }

  private void addPoint() {
    addPoint("");
  }

  private void addPoint(String passage) {
    add(ItemKind.KEY_POINT, new ItemBody.KeyPoint("", "", "", 0, passage));
  }

  /** Says which words of the article the open question asks about. */
  private void pointQuestion(String passage) {
    if (open != null && open.form() instanceof QuestionForm form) {
      form.setPassage(passage);
    }
  }

  private void addQuestion() {
    Open here = open;
    ItemBody.Type type = ItemBody.Type.SINGLE;
    String point = "";
    if (here != null) {
      switch (here.item().body()) {
        case ItemBody.KeyPoint body -> point = here.id();
        case ItemBody.Question body -> {
          point = body.keyPointId();
          type = body.type();
        }
        case ItemBody.Heading body -> {}
        case ItemBody.Article body -> {}
      }
    }
    List<DraftItem> points = draft().live(ItemKind.KEY_POINT);
    if (point.isEmpty() && !points.isEmpty()) {
      point = points.getLast().id();
    }
    add(ItemKind.QUESTION, ItemBody.Question.empty(type, point));
  }

  /** After the one of its kind that is open, or else at the end. */
  private void add(ItemKind kind, ItemBody body) {
    List<String> all = ids(kind);
    int at = open == null ? -1 : all.indexOf(open.id());
    try {
      DraftItem item = drafts.add(author.id(), draft().id(), at < 0 ? all.size() : at + 1, body);
      steps.did(new Steps.Retired(item.id(), false), clock.instant());
      saved(item.id());
      open(item.id());
    } catch (Drafts.TooMuch e) {
      tell("authoring.too-much");
    }
  }

  private List<String> ids(ItemKind kind) {
    return draft().items().stream().filter(item -> item.kind() == kind).map(DraftItem::id).toList();
  }

  private void duplicate() {
    if (open != null) {
      add(open.item().kind(), open.item().body());
    }
  }

  private void move(int by) {
    Open here = open;
    if (here == null || !movable(here.item().kind())) {
      return;
    }
    List<String> all = ids(here.item().kind());
    int from = all.indexOf(here.id());
    int to = from + by;
    if (from >= 0 && to >= 0 && to < all.size()) {
      Steps.Moved step = new Steps.Moved(here.id(), from, to);
      take(step);
      steps.did(step, clock.instant());
      refresh();
    }
  }

  private void retire(boolean retired) {
    Open here = open;
    if (here == null || !movable(here.item().kind())) {
      return;
    }
    Steps.Retired step = new Steps.Retired(here.id(), retired);
    take(step);
    steps.did(step, clock.instant());
    open(here.id());
  }

  private static boolean movable(ItemKind kind) {
    return kind == ItemKind.KEY_POINT || kind == ItemKind.QUESTION;
  }

  private void undo() {
    steps.undo().ifPresent(this::again);
  }

  private void redo() {
    steps.redo().ifPresent(this::again);
  }

  private void again(Steps.Step step) {
    load(draft().id());
    if (!take(step)) {
      tell("authoring.undo.changed");
    }
    open(step.itemId());
  }

  /** Does what a step says; not where somebody else has written in the meantime. */
  private boolean take(Steps.Step step) {
    String quizId = draft().id();
    boolean taken =
        switch (step) {
          case Steps.Moved moved -> {
            drafts.move(author.id(), quizId, moved.itemId(), moved.to());
            yield true;
          }
          case Steps.Retired retired -> {
            drafts.retire(author.id(), quizId, retired.itemId(), retired.retired());
            yield true;
          }
          case Steps.Wrote wrote -> {
            Optional<DraftItem> item = draft().item(wrote.itemId());
            yield item.isPresent()
                && item.get().body().equals(wrote.before())
                && drafts.save(
                        author.id(), quizId, wrote.itemId(), item.get().revision(), wrote.after())
                    instanceof SaveOutcome.Saved;
          }
        };
    if (taken) {
      saved(step.itemId());
    }
    return taken;
  }

  private void tryOut() {
    String itemId = open != null && open.item().kind() == ItemKind.QUESTION ? "/" + open.id() : "";
    UI.getCurrent().navigate("try/" + draft().id() + itemId);
  }

  private void history() {
    UI.getCurrent().navigate(HistoryView.class, route(draft().id()));
  }

  private void learners() {
    UI.getCurrent().navigate(LearnersView.class, route(draft().id()));
  }

  private void share() {
    new ShareDialog(sharing, author.id(), draft().id(), this::refresh).open();
  }

  private void publish() {
    new PublishDialog(publishing, author.id(), draft().id(), this::published).open();
  }

  /** Nobody has it as long as it is open to nobody: that comes next. */
  private void published(Edition edition) {
    refresh();
    Notification.show(getTranslation("authoring.published", edition.number()));
    if (draft().summary().openTo() == OpenedTo.NOBODY) {
      share();
    }
  }

  private void nextFinding() {
    DraftCheck found = check;
    Open here = open;
    if (found == null || here == null) {
      return;
    }
    String at = here.id();
    for (int i = 0; i < draft().items().size(); i++) {
      String next = outline.neighbour(at, 1);
      at = next.equals(at) ? draft().id() : next;
      if (!found.of(at).isEmpty()) {
        open(at);
        return;
      }
    }
  }

  private void step(int by) {
    if (open != null) {
      open(outline.neighbour(open.id(), by));
    }
  }

  private void type(ItemBody.Type type) {
    if (open != null && open.form() instanceof QuestionForm form) {
      form.choose(type);
    }
  }

  private void shortcuts() {
    BiConsumer<Runnable, Key> alt =
        (action, key) -> Shortcuts.addShortcutListener(this, action::run, key, KeyModifier.ALT);
    alt.accept(() -> step(1), Key.ARROW_DOWN);
    alt.accept(() -> step(-1), Key.ARROW_UP);
    alt.accept(this::nextFinding, Key.KEY_W);
    alt.accept(this::tryOut, Key.KEY_P);
    alt.accept(this::publish, Key.ENTER);
    alt.accept(this::undo, Key.KEY_Z);
    alt.accept(() -> type(ItemBody.Type.SINGLE), Key.DIGIT_1);
    alt.accept(() -> type(ItemBody.Type.MULTI), Key.DIGIT_2);
    alt.accept(() -> type(ItemBody.Type.RECALL), Key.DIGIT_3);
    alt.accept(() -> type(ItemBody.Type.CLOZE), Key.DIGIT_4);
    BiConsumer<Runnable, Key> altShift =
        (action, key) ->
            Shortcuts.addShortcutListener(
                this, action::run, key, KeyModifier.ALT, KeyModifier.SHIFT);
    altShift.accept(() -> move(1), Key.ARROW_DOWN);
    altShift.accept(() -> move(-1), Key.ARROW_UP);
    altShift.accept(this::redo, Key.KEY_Z);
    Shortcuts.addShortcutListener(this, this::addQuestion, Key.ENTER, KeyModifier.CONTROL);
    Shortcuts.addShortcutListener(
        this, () -> addPoint(""), Key.ENTER, KeyModifier.CONTROL, KeyModifier.SHIFT);
  }

  private void tell(String key) {
    Notification.show(getTranslation(key));
  }
}
