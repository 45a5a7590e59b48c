package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.authoring.OpenedTo;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.QuizFiles.Copyable;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.ui.editor.EditorView;
import app.keypoint.authoring.ui.learners.LearnersView;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Confirm;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The quizzes that an instructor writes, alone or with others. */
@StyleSheet("context://assets/authoring.css")
@Route("write")
@Menu(title = "authoring.menu", order = 5)
@RolesAllowed(Role.Names.INSTRUCTOR)
public class WriteView extends Div implements HasDynamicTitle {

  private final Drafts drafts;
  private final QuizFiles files;
  private final Sharing sharing;
  private final LearnersNotes notes;
  private final Account author;
  private final Div outcome = new Div();
  private Map<String, Integer> waiting = Map.of();
  private Set<String> unseen = Set.of();

  WriteView(
      Drafts drafts,
      QuizFiles files,
      Sharing sharing,
      LearnersNotes notes,
      CurrentAccount current) {
    this.drafts = drafts;
    this.files = files;
    this.sharing = sharing;
    this.notes = notes;
    this.author = current.get();
    addClassName("write");
    outcome.getElement().setAttribute("tabindex", "-1");
    show();
  }

  private void show() {
    removeAll();
    List<DraftSummary> own = drafts.of(author.id());
    waiting = own.isEmpty() ? Map.of() : notes.waiting(author.id());
    unseen = own.isEmpty() ? Set.of() : drafts.unseen(author.id());
    Button create = new Button(getTranslation("authoring.new"), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    Button bring =
        new Button(
            getTranslation("authoring.bring"),
            click -> new BringDialog(files, author.id(), WriteView::edit).open());
    if (own.isEmpty()) {
      add(
          new PageHeader(getTranslation("authoring.list"), ""),
          new EmptyState(
              getTranslation("authoring.none.title"),
              getTranslation("authoring.none.text"),
              create,
              bring));
    } else {
      Div cards = new Div();
      cards.addClassName("cards");
      own.forEach(draft -> cards.add(card(draft)));
      add(
          new PageHeader(
              getTranslation("authoring.list"),
              getTranslation("authoring.list.text"),
              bring,
              create),
          cards);
    }
    List<Copyable> kept = files.inFiles(author.id());
    if (!kept.isEmpty()) {
      add(new KeptInFiles(kept, files, author.id(), WriteView::edit));
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("authoring.list");
  }

  /** Straight to its title. */
  private void create() {
    try {
      edit(drafts.create(author.id(), ""));
    } catch (Drafts.TooMuch e) {
      say(Alerts.problem(getTranslation("authoring.bring.too-many")));
    }
  }

  private static void edit(Draft draft) {
    UI.getCurrent().navigate(EditorView.class, EditorView.route(draft.id(), draft.id()));
  }

  private Component card(DraftSummary draft) {
    String title = ItemNames.title(draft.title(), this);
    H2 heading = new H2();
    if (draft.right().includes(Right.EDIT)) {
      heading.add(new RouterLink(title, EditorView.class, EditorView.route(draft.id())));
    } else {
      heading.setText(title);
    }
    Span facts =
        new Span(
            getTranslation("authoring.questions", draft.questions())
                + " · "
                + getTranslation(
                    "authoring.changed", Times.of(draft.changedAt(), author, getLocale())));
    facts.addClassNames("muted", "small");
    Div tags = new Div();
    tags.addClassName("tags");
    tag(tags, draft);
    Div actions = new Div(share(draft, title, tags));
    actions.addClassNames("actions", "small");
    if (draft.edition() != null || draft.right().includes(Right.EDIT)) {
      actions.add(new YamlLink(title, () -> files.file(author.id(), draft.id())));
    }
    if (unseen.contains(draft.id())) {
      NativeButton delete =
          new NativeButton(
              getTranslation("authoring.delete"), click -> confirmDelete(draft.id(), title));
      delete.addClassName("link");
      delete.setAriaLabel(getTranslation("authoring.delete.of", title));
      actions.add(delete);
    }
    Section card = new Section(heading, facts, tags, actions);
    int notes = waiting.getOrDefault(draft.id(), 0);
    if (notes > 0) {
      RouterLink heard = new RouterLink("", LearnersView.class, EditorView.route(draft.id()));
      heard.add(new Tag(getTranslation("authoring.heard.waiting", notes), Tag.Kind.WARN));
      heard
          .getElement()
          .setAttribute("aria-label", getTranslation("authoring.heard.waiting-of", notes, title));
      card.addComponentAtIndex(1, heard);
    }
    card.addClassNames("card", "draft-card");
    return card;
  }

  private void confirmDelete(String draftId, String title) {
    Confirm.askToLose(
        getTranslation("authoring.delete.title", title),
        getTranslation("authoring.delete.text"),
        getTranslation("authoring.delete"),
        getTranslation("authoring.cancel"),
        () -> delete(draftId, title));
  }

  private void delete(String draftId, String title) {
    Component words;
    try {
      drafts.delete(author.id(), draftId);
      words = Alerts.done(getTranslation("authoring.deleted", title));
    } catch (GoneException e) {
      words = Alerts.done(getTranslation("authoring.deleted", title));
    } catch (Drafts.Seen e) {
      words = Alerts.problem(getTranslation("authoring.delete.seen", title));
    }
    show();
    say(words);
  }

  /** Where the focus goes, as the button that had it may be gone. */
  private void say(Component words) {
    outcome.removeAll();
    outcome.add(words);
    addComponentAtIndex(1, outcome);
    outcome.getElement().callJsFunction("focus");
  }

  private void tag(Div tags, DraftSummary draft) {
    tags.removeAll();
    tags.add(state(draft));
    if (!draft.reached()) {
      String late = draft.edition() == null ? "authoring.late.withdrawn" : "authoring.late";
      tags.add(new Tag(getTranslation(late), Tag.Kind.BAD));
    }
    if (draft.right() != Right.OWN) {
      tags.add(new Tag(getTranslation("authoring.by", draft.author()), Tag.Kind.PLAIN));
    }
  }

  /** For whom it is; whoever may only use it opens it to cohorts of their own here. */
  private NativeButton share(DraftSummary draft, String title, Div tags) {
    Runnable changed =
        () ->
            drafts.of(author.id()).stream()
                .filter(now -> now.id().equals(draft.id()))
                .forEach(now -> tag(tags, now));
    NativeButton share =
        new NativeButton(
            getTranslation("authoring.share"),
            click -> new ShareDialog(sharing, author.id(), draft.id(), changed).open());
    share.addClassName("link");
    share.setAriaLabel(getTranslation("authoring.share.of", title));
    return share;
  }

  private Tag state(DraftSummary draft) {
    if (draft.edition() == null) {
      return new Tag(getTranslation("authoring.unpublished"), Tag.Kind.PLAIN);
    }
    return new Tag(
        getTranslation("authoring.opened." + draft.openTo(), draft.edition()),
        draft.openTo() == OpenedTo.NOBODY ? Tag.Kind.PLAIN : Tag.Kind.OK);
  }
}
