package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Articles;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Edition;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.OpenedTo;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.ui.ItemNames;
import app.keypoint.authoring.ui.ShareDialog;
import app.keypoint.authoring.ui.article.ArticlePane;
import app.keypoint.authoring.ui.editions.EditionsView;
import app.keypoint.authoring.ui.editions.PublishDialog;
import app.keypoint.authoring.ui.form.ItemForm;
import app.keypoint.authoring.ui.form.ItemForms;
import app.keypoint.authoring.ui.learners.LearnersView;
import app.keypoint.authoring.ui.preview.QuestionPreview;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.Confirm;
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
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One quiz being written: its parts, the fields of one of them, and how learners will see it. */
@StyleSheet("context://assets/authoring.css")
@Route("write/:draftId([a-z0-9-]{1,100})/:itemId?([a-z0-9-]{1,100})")
@RolesAllowed(Role.Names.INSTRUCTOR)
@JsModule("context://assets/editor.js")
public class EditorView extends Div
    implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, EditorScreen {

  /** Of so many parts that are not saved a message says the names. */
  private static final int NAMED = 3;

  private final Publishing publishing;
  private final Sharing sharing;
  private final Account author;

  private final ItemForms forms;
  private final OpenDraft quiz;
  private final PartSaver saver;
  private final PartActions actions;
  private final EditorHead head;
  private final Outline outline = new Outline(this::open);
  private final ItemCard card = new ItemCard(this::left, this::rested, this::more);
  private final QuestionPreview preview = new QuestionPreview();
  private final ArticlePane article = new ArticlePane(this::addPoint, card::ask);

  EditorView(
      Drafts drafts,
      Articles articles,
      DraftPictures pictures,
      Publishing publishing,
      Sharing sharing,
      CurrentAccount current,
      Clock clock) {
    this.publishing = publishing;
    this.sharing = sharing;
    this.author = current.get();
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
    forms = new ItemForms(articles, pictures, author.id());
    quiz = new OpenDraft(drafts, author.id());
    saver = new PartSaver(drafts, author, clock, quiz, card, head, this);
    actions = new PartActions(drafts, author.id(), clock, quiz, card, saver, this);
    Div parts = new Div(outline, new AddButtons(() -> addPoint(""), actions::addQuestion));
    parts.addClassName("parts");
    Div columns = new Div(parts, card, new Aside(preview, article));
    columns.addClassName("columns");
    add(head, columns);
    EditorKeys.listen(
        this,
        new EditorKeys.Actions(
            this::step,
            actions::move,
            this::nextFinding,
            this::tryOut,
            this::publish,
            actions::undo,
            actions::redo,
            actions::addQuestion,
            () -> addPoint(""),
            actions::duplicate,
            actions::retireOrBack,
            card::chooseKeyPoint,
            this::toArticle,
            card::choose));
  }

  public static RouteParameters route(String quizId) {
    return new RouteParameters("draftId", quizId);
  }

  public static RouteParameters route(String quizId, String itemId) {
    return new RouteParameters(new RouteParam("draftId", quizId), new RouteParam("itemId", itemId));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String quizId = event.getRouteParameters().get("draftId").orElseThrow();
    quiz.open(event.getUI(), quizId);
    Draft now = draft();
    String wanted = event.getRouteParameters().get("itemId").orElse(quizId);
    show(now.item(wanted).or(() -> now.item(quizId)).orElseThrow());
    card.focus();
  }

  /** What was chosen rather than typed is nowhere but here until it is saved. */
  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (saver.asked()) {
      var unused = event.postpone();
    } else if (!unsavedParts().isEmpty()) {
      BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
      Confirm.ask(
          getTranslation("authoring.leave.title"),
          getTranslation("authoring.leave.confirm", names(unsavedParts())),
          getTranslation("authoring.leave"),
          getTranslation("authoring.leave.not"),
          leave::proceed);
    }
  }

  private Set<String> unsavedParts() {
    ItemCard.Open here = card.open();
    return quiz.unsaved().parts(here == null ? "" : here.id());
  }

  private String names(Set<String> parts) {
    String some =
        parts.stream()
            .limit(NAMED)
            .map(
                part -> getTranslation("authoring.unsaved.part", ItemNames.of(part, draft(), this)))
            .collect(Collectors.joining(getTranslation("authoring.comma")));
    return parts.size() <= NAMED
        ? some
        : getTranslation("authoring.unsaved.more", some, parts.size() - NAMED);
  }

  // The card is made before these are.
  private boolean more() {
    return saver.more();
  }

  private void rested() {
    saver.rested();
  }

  private void addPoint(String passage) {
    actions.addPoint(passage);
  }

  private void undo() {
    actions.undo();
  }

  private void redo() {
    actions.redo();
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
    quiz.unsaved().inTheBrowser(there);
    around();
  }

  @Override
  public String getPageTitle() {
    return quiz.title().map(title -> ItemNames.title(title, this)).orElse("");
  }

  private Draft draft() {
    return quiz.draft();
  }

  @Override
  public void refresh() {
    quiz.reload();
    around();
  }

  @Override
  public void around() {
    ItemCard.Open here = card.open();
    if (here != null) {
      Set<String> parts = unsavedParts();
      outline.show(draft(), quiz.check(), here.id(), parts);
      head.unsaved(saver.asking() || !parts.isEmpty());
      draft().item(here.id()).ifPresent(this::retiredMeanwhile);
      card.renumber(number(here.item()));
      card.show(saver.findings(here.id()));
      preview.setVisible(here.kind() == ItemKind.QUESTION);
      preview.show(draft(), quiz.check().questions().get(here.id()));
      article.show(draft(), here.item());
      head.show(draft(), quiz.check(), quiz.history());
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
    return new ItemHead(item, number(item), actions::duplicate, actions::move, actions::retire);
  }

  @Override
  public void open(String itemId) {
    if (saver.asked()) {
      return;
    }
    ItemCard.Open here = card.open();
    if (here != null && !here.id().equals(itemId)) {
      saver.rested();
    }
    quiz.reload();
    draft().item(itemId).ifPresent(this::show);
    card.focus();
  }

  /** With what could not be saved of it before, which is tried again. */
  private void show(DraftItem item) {
    saver.opened();
    Optional<Unsaved.Refused> refused = quiz.unsaved().of(item.id());
    ItemForm form = form(quiz.unsaved().body(item));
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
      var unused = saver.edited(form.body());
    }
  }

  @Override
  public ItemForm form(ItemBody body) {
    return forms.of(draft(), body, quiz.history()::pause, saver::edited);
  }

  /** Its place among those of its kind, from 1. */
  private int number(DraftItem item) {
    return draft().live(item.kind()).stream().map(DraftItem::id).toList().indexOf(item.id()) + 1;
  }

  /** To where its words are marked, or written as long as there are none. */
  private void toArticle() {
    if (article.isVisible()) {
      article.focus();
    } else {
      open(Drafts.ARTICLE);
    }
  }

  private void tryOut() {
    if (saver.asked()) {
      return;
    }
    ItemCard.Open here = card.open();
    String itemId = here != null && here.kind() == ItemKind.QUESTION ? "/" + here.id() : "";
    UI.getCurrent().navigate("try/" + draft().id() + itemId);
  }

  private void history() {
    if (!saver.asked()) {
      UI.getCurrent().navigate(EditionsView.class, route(draft().id()));
    }
  }

  private void learners() {
    if (!saver.asked()) {
      UI.getCurrent().navigate(LearnersView.class, route(draft().id()));
    }
  }

  private void share() {
    new ShareDialog(sharing, author.id(), draft().id(), this::refresh).open();
  }

  private void publish() {
    if (saver.asked()) {
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
    if (here == null || saver.asked()) {
      return;
    }
    String at = here.id();
    for (int i = 0; i < draft().items().size(); i++) {
      String next = Outline.neighbour(draft(), at, 1);
      at = next.equals(at) ? draft().id() : next;
      if (!quiz.check().of(at).isEmpty()) {
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

  private void tell(String key) {
    Notification.show(getTranslation(key));
  }
}
