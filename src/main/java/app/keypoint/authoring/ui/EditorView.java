package app.keypoint.authoring.ui;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.DraftPictures;
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
import app.keypoint.identity.Role;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One quiz being written: its parts, the fields of one of them, and how learners will see it. */
@StyleSheet("context://assets/authoring.css")
@Route("write/:draftId([a-z0-9-]{1,100})/:itemId?([a-z0-9-]{1,100})")
@RolesAllowed(Role.Names.INSTRUCTOR)
@JsModule("context://assets/editor.js")
class EditorView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

  private final Drafts drafts;
  private final Articles articles;
  private final DraftPictures pictures;
  private final Publishing publishing;
  private final Sharing sharing;
  private final Account author;
  private final Clock clock;

  private Steps steps = new Steps();
  private final StepTaker taker;
  private final EditorHead head;
  private final Outline outline = new Outline(this::open);
  private final ItemCard card = new ItemCard();
  private final Preview preview = new Preview();
  private final ArticlePane article = new ArticlePane(this::addPoint, this::pointQuestion);

  private Drafts.@Nullable Checked checked;
  private boolean asking;

  EditorView(
      Drafts drafts,
      Articles articles,
      DraftPictures pictures,
      Publishing publishing,
      Sharing sharing,
      CurrentAccount current,
      Clock clock) {
    this.drafts = drafts;
    this.articles = articles;
    this.pictures = pictures;
    this.publishing = publishing;
    this.sharing = sharing;
    this.author = current.get();
    this.clock = clock;
    this.taker = new StepTaker(drafts, author.id());
    addClassNames("editor", "wide");
    head =
        new EditorHead(
            new EditorHead.Actions(
                this::undo,
                this::redo,
                this::tryOut,
                this::history,
                this::learners,
                this::share,
                this::publish));
    Div parts = new Div(outline, new AddButtons(() -> addPoint(""), this::addQuestion));
    parts.addClassName("parts");
    Div columns = new Div(parts, card, new Aside(preview, article));
    columns.addClassName("columns");
    add(head, columns);
    EditorKeys.listen(
        this,
        new EditorKeys.Actions(
            this::step,
            this::move,
            this::nextFinding,
            this::tryOut,
            this::publish,
            this::undo,
            this::redo,
            this::addQuestion,
            () -> addPoint(""),
            this::duplicate,
            this::retireOrBack,
            this::chooseKeyPoint,
            this::toArticle,
            this::type));
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
    load(quizId);
    steps = Steps.of(event.getUI(), quizId);
    Draft now = draft();
    String wanted = event.getRouteParameters().get("itemId").orElse(quizId);
    show(now.item(wanted).or(() -> now.item(quizId)).orElseThrow());
    card.focus();
  }

  /** What was chosen rather than typed is nowhere but here until one has decided whose is kept. */
  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (asked()) {
      var unused = event.postpone();
    }
  }

  @Override
  public String getPageTitle() {
    return checked == null ? "" : Names.title(checked.draft().summary().title(), this);
  }

  private Drafts.Checked checked() {
    if (checked == null) {
      throw new IllegalStateException("Nothing is open yet");
    }
    return checked;
  }

  private Draft draft() {
    return checked().draft();
  }

  private DraftCheck check() {
    return checked().check();
  }

  private void load(String quizId) {
    checked = drafts.checked(author.id(), quizId);
  }

  /** Reads all anew and shows it around the form, which stays as it is. */
  private void refresh() {
    load(draft().id());
    around();
  }

  private void around() {
    ItemCard.Open here = card.open();
    if (here != null) {
      outline.show(draft(), check(), here.id());
      card.renumber(number(here.item()));
      card.show(findings(here.id()));
      preview.setVisible(here.kind() == ItemKind.QUESTION);
      preview.show(draft(), check().questions().get(here.id()));
      article.show(draft(), here.item());
      head.show(draft(), check(), steps);
    }
  }

  private void open(String itemId) {
    if (asked()) {
      return;
    }
    load(draft().id());
    draft().item(itemId).ifPresent(this::show);
    card.focus();
  }

  private void show(DraftItem item) {
    card.show(
        draft(),
        item,
        new ItemHead(item, number(item), this::duplicate, this::move, this::retire),
        form(item));
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(null, "write/" + draft().id() + "/" + item.id()));
    around();
    card.restore();
  }

  private ItemForm form(DraftItem item) {
    return switch (item.body()) {
      case ItemBody.Heading heading -> new HeadingForm(heading, this::edited);
      case ItemBody.Article article ->
          new ArticleForm(article, this::read, this::plain, steps::pause, this::edited);
      case ItemBody.KeyPoint point -> new KeyPointForm(point, this::edited);
      case ItemBody.Question question ->
          new QuestionForm(
              question,
              draft().live(ItemKind.KEY_POINT),
              file -> pictures.bring(author.id(), draft().id(), file),
              steps::pause,
              this::edited);
    };
  }

  private Articles.Brought read(String fileName, byte[] file) {
    return articles.fromFile(author.id(), fileName, file);
  }

  private String plain(String words) {
    if (words.length() > Articles.MAX_BROUGHT) {
      throw new Articles.TooLong(words.length());
    }
    return articles.paragraphs(author.id(), words, Articles.Format.PARTLY_ESCAPED);
  }

  /** Its place among those of its kind, from 1. */
  private int number(DraftItem item) {
    return draft().live(item.kind()).stream().map(DraftItem::id).toList().indexOf(item.id()) + 1;
  }

  private void edited(ItemBody body) {
    ItemCard.Open here = card.open();
    // What comes late, from a form that was left, is not for the part that is open by now.
    if (here == null || asking || body.kind() != here.kind()) {
      return;
    }
    if (body.equals(here.item().body())) {
      card.saved(here.item());
      card.show(findings(here.id()));
      saved(here.id());
    } else {
      save(here, here.revision(), body);
    }
  }

  private void save(ItemCard.Open here, int revision, ItemBody body) {
    try {
      saveWithin(here, revision, body);
    } catch (ConstraintViolationException e) {
      head.notSaved();
      List<ItemFinding> findings = new ArrayList<>(findings(here.id()));
      findings.addAll(Beyond.of(e, here.id(), body, getLocale()));
      card.show(findings);
    }
  }

  private List<ItemFinding> findings(String itemId) {
    return FindingWords.named(check().of(itemId), draft(), this);
  }

  private void saveWithin(ItemCard.Open here, int revision, ItemBody body) {
    switch (drafts.save(author.id(), draft().id(), here.id(), revision, body)) {
      case SaveOutcome.Saved saved -> {
        steps.did(new Steps.Wrote(here.id(), saved.before(), saved.now().body()), clock.instant());
        card.saved(saved.now());
        saved(here.id());
        refresh();
      }
      case SaveOutcome.Conflict conflict -> ask(here, conflict);
      case SaveOutcome.TooLarge _ -> {
        head.notSaved();
        card.notice(Alerts.problem(getTranslation("authoring.too-large", Drafts.MAX_SIZE / 1_000)));
      }
    }
  }

  private void saved(String itemId) {
    head.saved(
        Times.ofDay(clock.instant(), author, getLocale()),
        ItemCard.inTheBrowser(draft(), itemId),
        card.said(itemId));
  }

  /** Until one has chosen nothing is saved; the choice takes along what was typed until then. */
  private void ask(ItemCard.Open here, SaveOutcome.Conflict conflict) {
    asking = true;
    head.notSaved();
    String when = Times.ofDay(conflict.newest().changedAt(), author, getLocale());
    card.notice(
        new ConflictPanel(
            draft(),
            conflict,
            when,
            () -> {
              asking = false;
              save(here, conflict.newest().revision(), here.form().body());
              card.focus();
            },
            () -> {
              asking = false;
              card.forget();
              open(here.id());
            }));
  }

  /** Whether there is a choice to make first; says so if there is. */
  private boolean asked() {
    if (asking) {
      tell("authoring.conflict.first");
    }
    return asking;
  }

  private void addPoint(String passage) {
    add(new ItemBody.KeyPoint("", "", "", 0, passage));
  }

  /** Says which words of the article the open question asks about. */
  private void pointQuestion(String passage) {
    QuestionForm form = card.question();
    if (form != null) {
      form.setPassage(passage);
    }
  }

  private void addQuestion() {
    ItemCard.Open here = card.open();
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
    add(ItemBody.Question.empty(type, point));
  }

  /** After the one of its kind that is open, or else where the outline will show it. */
  private void add(ItemBody body) {
    if (asked()) {
      return;
    }
    ItemCard.Open here = card.open();
    String open = here == null ? "" : here.id();
    try {
      DraftItem item =
          drafts.add(author.id(), draft().id(), Places.ofNew(draft(), open, body), body);
      steps.did(new Steps.Retired(item.id(), false), clock.instant());
      saved(item.id());
      open(item.id());
    } catch (Drafts.TooMuch e) {
      tell("authoring.too-much");
    }
  }

  private void duplicate() {
    ItemCard.Open here = card.open();
    if (here != null && movable(here.kind())) {
      add(here.item().body());
    }
  }

  private void move(int by) {
    ItemCard.Open here = card.open();
    if (here == null || !movable(here.kind()) || asked()) {
      return;
    }
    Places.moved(draft(), here.id(), by)
        .ifPresent(
            step -> {
              did(step);
              refresh();
            });
  }

  private void retire(boolean retired) {
    ItemCard.Open here = card.open();
    if (here != null && movable(here.kind()) && !asked()) {
      did(new Steps.Retired(here.id(), retired));
      open(here.id());
    }
  }

  private void retireOrBack() {
    ItemCard.Open here = card.open();
    if (here != null) {
      retire(!draft().item(here.id()).orElseThrow().retired());
    }
  }

  private void chooseKeyPoint() {
    QuestionForm form = card.question();
    if (form != null) {
      form.chooseKeyPoint();
    }
  }

  /** To where its words are marked, or written as long as there are none. */
  private void toArticle() {
    if (article.isVisible()) {
      article.focus();
    } else {
      open(Drafts.ARTICLE);
    }
  }

  private static boolean movable(ItemKind kind) {
    return kind == ItemKind.KEY_POINT || kind == ItemKind.QUESTION;
  }

  private void did(Steps.Step step) {
    var unused = take(step);
    steps.did(step, clock.instant());
  }

  private void undo() {
    if (!asked()) {
      steps.undo().ifPresent(this::again);
    }
  }

  private void redo() {
    if (!asked()) {
      steps.redo().ifPresent(this::again);
    }
  }

  private void again(Steps.Step step) {
    load(draft().id());
    if (!take(step)) {
      tell("authoring.undo.changed");
    }
    open(step.itemId());
  }

  private boolean take(Steps.Step step) {
    boolean taken = taker.take(draft(), step);
    if (taken) {
      saved(step.itemId());
    }
    return taken;
  }

  private void tryOut() {
    if (asked()) {
      return;
    }
    ItemCard.Open here = card.open();
    String itemId = here != null && here.kind() == ItemKind.QUESTION ? "/" + here.id() : "";
    UI.getCurrent().navigate("try/" + draft().id() + itemId);
  }

  private void history() {
    if (!asked()) {
      UI.getCurrent().navigate(HistoryView.class, route(draft().id()));
    }
  }

  private void learners() {
    if (!asked()) {
      UI.getCurrent().navigate(LearnersView.class, route(draft().id()));
    }
  }

  private void share() {
    new ShareDialog(sharing, author.id(), draft().id(), this::refresh).open();
  }

  private void publish() {
    if (!asked()) {
      new PublishDialog(publishing, author.id(), draft(), this::published).open();
    }
  }

  /** Nobody has it as long as it is open to nobody: that comes next. */
  private void published(Edition edition) {
    refresh();
    if (draft().summary().reached()) {
      Notification.show(getTranslation("authoring.published", edition.number()));
    }
    if (draft().summary().openTo() == OpenedTo.NOBODY) {
      share();
    }
  }

  private void nextFinding() {
    ItemCard.Open here = card.open();
    if (here == null || asked()) {
      return;
    }
    String at = here.id();
    for (int i = 0; i < draft().items().size(); i++) {
      String next = outline.neighbour(at, 1);
      at = next.equals(at) ? draft().id() : next;
      if (!check().of(at).isEmpty()) {
        open(at);
        return;
      }
    }
  }

  private void step(int by) {
    ItemCard.Open here = card.open();
    if (here != null) {
      open(outline.neighbour(here.id(), by));
    }
  }

  private void type(ItemBody.Type type) {
    QuestionForm form = card.question();
    if (form != null) {
      form.choose(type);
    }
  }

  private void tell(String key) {
    Notification.show(getTranslation(key));
  }
}
