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
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One quiz being written: its parts, the fields of one of them, and how learners will see it. */
@StyleSheet("context://assets/authoring.css")
@Route("write/:draftId([a-z0-9-]{1,100})/:itemId?([a-z0-9-]{1,100})")
@RolesAllowed(Role.Names.INSTRUCTOR)
@JsModule("context://assets/editor.js")
class EditorView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

  /** Of so many parts that are not saved a message says the names. */
  private static final int NAMED = 3;

  private final Drafts drafts;
  private final Articles articles;
  private final DraftPictures pictures;
  private final Publishing publishing;
  private final Sharing sharing;
  private final Account author;
  private final Clock clock;

  private Steps steps = new Steps();
  private Unsaved unsaved = steps.unsaved();
  private StepTaker taker;
  private final EditorHead head;
  private final Outline outline = new Outline(this::open);
  private final ItemCard card = new ItemCard(this::left, this::rested, this::more);
  private final Preview preview = new Preview();
  private final ArticlePane article = new ArticlePane(this::addPoint, this::pointQuestion);

  private Drafts.@Nullable Checked checked;
  private boolean asking;

  /** What of the open part is more than it can hold. */
  private List<ItemFinding> beyond = List.of();

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
    this.taker = new StepTaker(drafts, author.id(), unsaved);
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
    goOnWith(Steps.of(event.getUI(), quizId));
    Draft now = draft();
    String wanted = event.getRouteParameters().get("itemId").orElse(quizId);
    show(now.item(wanted).or(() -> now.item(quizId)).orElseThrow());
    card.focus();
  }

  /** What was refused is kept as the steps are; what it has itself the browser says anew. */
  private void goOnWith(Steps kept) {
    if (!kept.equals(steps)) {
      steps = kept;
      unsaved = kept.unsaved();
      unsaved.inTheBrowser(Set.of());
      taker = new StepTaker(drafts, author.id(), unsaved);
    }
    unsaved.onlyOf(draft().items().stream().map(DraftItem::id).collect(Collectors.toSet()));
  }

  /** What was chosen rather than typed is nowhere but here until it is saved. */
  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (asked()) {
      var unused = event.postpone();
    } else if (!unsavedParts().isEmpty()) {
      BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
      ConfirmDialog confirm =
          new ConfirmDialog(
              getTranslation("authoring.leave.title"),
              getTranslation("authoring.leave.confirm", names(unsavedParts())),
              getTranslation("authoring.leave"),
              _ -> leave.proceed());
      confirm.setCancelable(true);
      confirm.setCancelText(getTranslation("authoring.leave.not"));
      confirm.open();
    }
  }

  private Set<String> unsavedParts() {
    ItemCard.Open here = card.open();
    return unsaved.parts(here == null ? "" : here.id());
  }

  private String names(Set<String> parts) {
    String some =
        parts.stream()
            .limit(NAMED)
            .map(part -> getTranslation("authoring.unsaved.part", Names.of(part, draft(), this)))
            .collect(Collectors.joining(getTranslation("authoring.comma")));
    return parts.size() <= NAMED
        ? some
        : getTranslation("authoring.unsaved.more", some, parts.size() - NAMED);
  }

  /** Whether something is written that the draft has not, whatever the browser has. */
  private boolean more() {
    return asking || unsaved.any();
  }

  /**
   * What was typed and taken back before it was sent makes no change here, and the browser still
   * has it: it hears what the fields say.
   */
  private void rested() {
    ItemCard.Open here = card.open();
    if (here != null && !asking && unsaved.of(here.id()).isEmpty()) {
      head.kept(ItemCard.inTheBrowser(draft(), here.id()), card.saidAsKept(), more());
    }
  }

  /** The browser has words of these parts that it was not told to be saved. */
  private void left(Set<String> parts) {
    Set<String> there = new HashSet<>(parts);
    there.removeIf(part -> draft().item(part).isEmpty());
    if (there.size() < parts.size()) {
      Set<String> gone = new HashSet<>(parts);
      gone.removeAll(there);
      card.gone(gone);
    }
    unsaved.inTheBrowser(there);
    around();
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
      Set<String> parts = unsavedParts();
      outline.show(draft(), check(), here.id(), parts);
      head.unsaved(asking || !parts.isEmpty());
      draft().item(here.id()).ifPresent(this::retiredMeanwhile);
      card.renumber(number(here.item()));
      card.show(findings(here.id()));
      preview.setVisible(here.kind() == ItemKind.QUESTION);
      preview.show(draft(), check().questions().get(here.id()));
      article.show(draft(), here.item());
      head.show(draft(), check(), steps);
    }
  }

  /** Whoever writes in a part goes on when somebody else retires it, and knows. */
  private void retiredMeanwhile(DraftItem now) {
    if (now.retired() != card.retired()) {
      card.head(head(now));
      tell(now.retired() ? "authoring.retired-meanwhile" : "authoring.taken-in-meanwhile");
    }
  }

  private ItemHead head(DraftItem item) {
    return new ItemHead(item, number(item), this::duplicate, this::move, this::retire);
  }

  private void open(String itemId) {
    if (asked()) {
      return;
    }
    ItemCard.Open here = card.open();
    if (here != null && !here.id().equals(itemId)) {
      rested();
    }
    load(draft().id());
    draft().item(itemId).ifPresent(this::show);
    card.focus();
  }

  /** With what could not be saved of it before, which is tried again. */
  private void show(DraftItem item) {
    beyond = List.of();
    Optional<Unsaved.Refused> refused = unsaved.of(item.id());
    ItemForm form = form(unsaved.body(item));
    card.show(
        draft(),
        item,
        refused.map(Unsaved.Refused::revision).orElse(item.revision()),
        head(item),
        form,
        ItemCard.fields(refused.isPresent() ? form(item.body()) : form));
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(null, "write/" + draft().id() + "/" + item.id()));
    around();
    card.restore();
    if (refused.isPresent()) {
      var unused = edited(form.body());
    }
  }

  private ItemForm form(ItemBody body) {
    return switch (body) {
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

  /** Answers whether it is saved. */
  private boolean edited(ItemBody body) {
    ItemCard.Open here = card.open();
    // What comes late, from a form that was left, is not for the part that is open by now.
    if (here == null || body.kind() != here.kind()) {
      return false;
    }
    if (asking) {
      card.keep();
      return false;
    }
    beyond = List.of();
    if (!body.equals(here.item().body())) {
      return save(here, here.revision(), body);
    }
    wrote(here, unsaved.body(here.item()), body);
    unsaved.settled(here.id());
    card.saved(here.item());
    saved(here.id(), card.said(here.id()));
    around();
    return true;
  }

  private boolean save(ItemCard.Open here, int revision, ItemBody body) {
    try {
      return saveWithin(here, revision, body);
    } catch (ConstraintViolationException e) {
      beyond = Beyond.of(e, here.id(), body, getLocale());
      refused(here, revision, body);
      return false;
    }
  }

  /** A step of the fields, which may say what cannot be saved. */
  private void wrote(ItemCard.Open here, ItemBody before, ItemBody now) {
    if (!before.equals(now)) {
      steps.did(new Steps.Wrote(here.id(), before, now), clock.instant());
    }
  }

  private void refused(ItemCard.Open here, int revision, ItemBody body) {
    wrote(here, unsaved.body(here.item()), body);
    unsaved.refused(here.id(), revision, body);
    card.keep();
    around();
  }

  /** Of the part that is open. */
  private List<ItemFinding> findings(String itemId) {
    List<ItemFinding> findings =
        new ArrayList<>(FindingWords.named(check().of(itemId), draft(), this));
    findings.addAll(beyond);
    return findings;
  }

  private boolean saveWithin(ItemCard.Open here, int revision, ItemBody body) {
    return switch (drafts.save(author.id(), draft().id(), here.id(), revision, body)) {
      case SaveOutcome.Saved saved -> {
        ItemBody before = unsaved.of(here.id()).map(Unsaved.Refused::body).orElse(saved.before());
        wrote(here, before, saved.now().body());
        unsaved.settled(here.id());
        card.saved(saved.now());
        saved(here.id(), card.said(here.id()));
        refresh();
        yield true;
      }
      case SaveOutcome.Conflict conflict -> {
        ask(here, conflict);
        yield false;
      }
      case SaveOutcome.TooLarge _ -> {
        refused(here, revision, body);
        card.notice(Alerts.problem(getTranslation("authoring.too-large", Drafts.MAX_SIZE / 1_000)));
        yield false;
      }
    };
  }

  /** Nothing else than what is said counts as saved: fields may hold what was refused. */
  private void saved(String itemId, ObjectNode said) {
    head.saved(
        Times.ofDay(clock.instant(), author, getLocale()),
        ItemCard.inTheBrowser(draft(), itemId),
        said,
        more());
  }

  /** Until one has chosen nothing is saved; the choice takes along what was typed until then. */
  private void ask(ItemCard.Open here, SaveOutcome.Conflict conflict) {
    asking = true;
    card.keep();
    around();
    String when = Times.of(conflict.newest().changedAt(), author, getLocale());
    card.notice(
        new ConflictPanel(
            draft(),
            conflict,
            when,
            () -> {
              asking = false;
              DraftItem theirs = conflict.newest();
              ItemCard.Open mine = card.over(here, theirs, ItemCard.fields(form(theirs.body())));
              var unused = save(mine, mine.revision(), mine.form().body());
              card.focus();
            },
            () -> {
              asking = false;
              unsaved.settled(here.id());
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
      // Places are those of now: another author may have added parts since.
      Draft now = drafts.draft(author.id(), draft().id());
      DraftItem item = drafts.add(author.id(), now.id(), Places.ofNew(now, open, body), body);
      steps.did(new Steps.Retired(item.id(), false), clock.instant());
      saved(item.id(), ItemCard.nothing());
      open(item.id());
    } catch (Drafts.TooMuch e) {
      tell("authoring.too-much");
    }
  }

  private void duplicate() {
    ItemCard.Open here = card.open();
    if (here == null || !movable(here.kind()) || asked()) {
      return;
    }
    if (unsaved.of(here.id()).isPresent()) {
      tell("authoring.duplicate.unsaved");
    } else {
      add(here.item().body());
    }
  }

  private void move(int by) {
    ItemCard.Open here = card.open();
    if (here == null || !movable(here.kind()) || asked()) {
      return;
    }
    load(draft().id());
    Places.moved(draft(), here.id(), by).ifPresent(this::did);
    refresh();
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
    ObjectNode said = step instanceof Steps.Wrote ? known(step.itemId()) : ItemCard.nothing();
    boolean taken = taker.take(draft(), step);
    if (taken) {
      saved(step.itemId(), said);
    }
    return taken;
  }

  /** What the server knows of a part's fields, which another wording is to take the place of. */
  private ObjectNode known(String itemId) {
    ItemCard.Open here = card.open();
    if (here != null && here.id().equals(itemId)) {
      return card.said(itemId);
    }
    return unsaved
        .of(itemId)
        .map(refused -> ItemCard.said(refused.revision(), form(refused.body())))
        .orElseGet(ItemCard::nothing);
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
    if (asked()) {
      return;
    }
    Set<String> parts = unsavedParts();
    if (parts.isEmpty()) {
      new PublishDialog(publishing, author.id(), draft(), this::published).open();
    } else {
      Notification.show(getTranslation("authoring.publish.unsaved", names(parts)));
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
      String next = Outline.neighbour(draft(), at, 1);
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
      open(Outline.neighbour(draft(), here.id(), by));
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
