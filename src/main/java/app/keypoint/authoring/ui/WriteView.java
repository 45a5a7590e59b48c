package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.OpenedTo;
import app.keypoint.authoring.Right;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The quizzes that an instructor writes, alone or with others. */
@Route("write")
@Menu(title = "authoring.menu", order = 5)
@RolesAllowed(Role.Names.INSTRUCTOR)
class WriteView extends Div implements HasDynamicTitle {

  private final Drafts drafts;
  private final Account author;

  WriteView(Drafts drafts, CurrentAccount current) {
    this.drafts = drafts;
    this.author = current.get();
    addClassName("write");
    List<DraftSummary> own = drafts.of(author.id());
    Button create = new Button(getTranslation("authoring.new"), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    if (own.isEmpty()) {
      add(
          new PageHeader(getTranslation("authoring.list"), ""),
          new EmptyState(
              getTranslation("authoring.none.title"),
              getTranslation("authoring.none.text"),
              create));
    } else {
      Div cards = new Div();
      cards.addClassName("cards");
      own.forEach(draft -> cards.add(card(draft)));
      add(
          new PageHeader(
              getTranslation("authoring.list"), getTranslation("authoring.list.text"), create),
          cards);
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("authoring.list");
  }

  /** Straight to its title. */
  private void create() {
    Draft draft = drafts.create(author.id(), "");
    UI.getCurrent().navigate(EditorView.class, EditorView.route(draft.id(), draft.id()));
  }

  private Component card(DraftSummary draft) {
    String title = Names.title(draft.title(), this);
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
    Div tags = new Div(state(draft));
    tags.addClassName("tags");
    if (draft.right() != Right.OWN) {
      tags.add(new Tag(getTranslation("authoring.by", draft.author()), Tag.Kind.PLAIN));
    }
    Section card = new Section(heading, facts, tags);
    card.addClassNames("card", "draft-card");
    return card;
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
