package app.keypoint.authoring.ui.editions;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Edition;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.ui.ItemNames;
import app.keypoint.authoring.ui.Times;
import app.keypoint.authoring.ui.editor.EditorView;
import app.keypoint.authoring.ui.editor.UndoHistory;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** What a quiz said when it was published, who did so, what differs, and the way back to it. */
@StyleSheet("context://assets/authoring.css")
@Route("editions/:draftId([a-z0-9-]{1,100})")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class EditionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Drafts drafts;
  private final Publishing publishing;
  private final Account author;
  private final Section differences = new Section();

  EditionsView(Drafts drafts, Publishing publishing, CurrentAccount current) {
    this.drafts = drafts;
    this.publishing = publishing;
    this.author = current.get();
    addClassName("editions");
    differences.addClassName("card");
  }

  @Override
  public String getPageTitle() {
    return getTranslation("authoring.history");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(drafts.draft(author.id(), event.getRouteParameters().get("draftId").orElseThrow()));
  }

  private void show(Draft draft) {
    removeAll();
    List<Edition> editions = publishing.history(author.id(), draft.id());
    RouterLink back =
        new RouterLink(
            getTranslation("authoring.try.leave"), EditorView.class, EditorView.route(draft.id()));
    back.addClassName("btn");
    PageHeader head =
        new PageHeader(
            getTranslation("authoring.history.of", ItemNames.title(draft.summary().title(), this)),
            "",
            back);
    add(head);
    if (editions.isEmpty()) {
      add(
          new EmptyState(
              getTranslation("authoring.history.none"),
              getTranslation("authoring.history.none.text")));
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    List<Edition> shown = new ArrayList<>(editions);
    add(draft, list, shown, 0);
    Section all = new Section(list);
    all.addClassName("card");
    EditionPicker anyTwo = new EditionPicker((from, to) -> compare(draft, from, to));
    anyTwo.of(shown);
    Button earlier = new Button(getTranslation("authoring.edition.earlier"));
    earlier.setVisible(editions.size() == Publishing.MAX_SHOWN);
    earlier.addClickListener(
        click -> {
          List<Edition> more =
              publishing.historyBefore(author.id(), draft.id(), shown.getLast().number());
          earlier.setVisible(more.size() == Publishing.MAX_SHOWN);
          int from = shown.size();
          shown.addAll(more);
          list.remove(list.getChildren().toList().getLast());
          add(draft, list, shown, from - 1);
          anyTwo.of(shown);
        });
    all.add(earlier, anyTwo);
    differences.setVisible(false);
    add(all, differences);
    if (draft.summary().edition() != null) {
      add(withdraw(draft));
    }
  }

  /** Rows of editions from one on. */
  private void add(Draft draft, UnorderedList list, List<Edition> editions, int first) {
    for (int i = first; i < editions.size(); i++) {
      boolean comparable = i + 1 < editions.size() && editions.get(i + 1).kept();
      int earlier = comparable ? editions.get(i + 1).number() : 0;
      list.add(row(draft, editions.get(i), earlier));
    }
  }

  /**
   * @param earlier number of the edition before; 0 when there is none to compare with
   */
  private ListItem row(Draft draft, Edition edition, int earlier) {
    Span name = new Span(getTranslation("authoring.edition", edition.number()));
    name.addClassName("name");
    Span when =
        new Span(
            getTranslation(
                "authoring.edition.by", edition.by(), Times.of(edition.at(), author, getLocale())));
    when.addClassNames("muted", "small");
    Div row = new Div(name, when);
    row.addClassName("file");
    Integer served = draft.summary().edition();
    if (served != null && served == edition.number()) {
      row.add(new Tag(getTranslation("authoring.edition.now"), Tag.Kind.OK));
    } else if (!edition.published()) {
      row.add(new Tag(getTranslation("authoring.edition.draft"), Tag.Kind.PLAIN));
    }
    Div actions = new Div();
    actions.addClassName("actions");
    if (!edition.kept()) {
      Span gone = new Span(getTranslation("authoring.edition.gone"));
      gone.addClassNames("muted", "small");
      actions.add(gone);
    } else if (earlier > 0) {
      actions.add(
          button(
              getTranslation("authoring.edition.compare", earlier),
              () -> compare(draft, earlier, edition.number())));
    }
    if (edition.kept()) {
      actions.add(
          button(
              getTranslation("authoring.edition.restore"), () -> restore(draft, edition.number())));
    }
    row.add(actions);
    ListItem item = new ListItem(row);
    if (!edition.note().isBlank()) {
      item.add(new Paragraph(edition.note()));
    }
    return item;
  }

  private NativeButton button(String text, Runnable action) {
    NativeButton button = new NativeButton(text, click -> action.run());
    button.addClassName("plain");
    return button;
  }

  private void compare(Draft draft, int from, int to) {
    differences.removeAll();
    differences.setVisible(true);
    H2 title = new H2(getTranslation("authoring.edition.differences", from, to));
    title.getElement().setAttribute("tabindex", "-1");
    ChangeList changes =
        new ChangeList(
            publishing.differences(author.id(), draft.id(), from, to),
            draft,
            getTranslation("authoring.edition", from),
            getTranslation("authoring.edition", to),
            false);
    differences.add(
        title,
        changes.empty() ? new Paragraph(getTranslation("authoring.publish.nothing")) : changes);
    title.getElement().callJsFunction("focus");
  }

  private void restore(Draft draft, int edition) {
    try {
      Draft restored = publishing.restore(author.id(), draft.id(), edition);
      // They were done to what the draft said before.
      UndoHistory.forget(UI.getCurrent(), restored.id());
      Notification.show(getTranslation("authoring.edition.restored", edition));
      UI.getCurrent().navigate(EditorView.class, EditorView.route(restored.id()));
    } catch (Drafts.TooMuch e) {
      Notification.show(getTranslation("authoring.edition.too-large"));
    }
  }

  private Button withdraw(Draft draft) {
    return new Button(
        getTranslation("authoring.withdraw"),
        click -> {
          publishing.withdraw(author.id(), draft.id());
          Draft now = drafts.draft(author.id(), draft.id());
          Notification.show(
              getTranslation(
                  now.summary().reached()
                      ? "authoring.withdrawn"
                      : "authoring.late.withdrawn.text"));
          show(now);
        });
  }
}
