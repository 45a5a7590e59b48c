package app.keypoint.authoring.ui.editions;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemChange;
import app.keypoint.authoring.ItemChange.Change;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing.Comparison;
import app.keypoint.authoring.ui.ItemNames;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** What becomes of the parts of a quiz from one edition to the next, each with its words. */
final class ChangeList extends UnorderedList {

  private final Draft draft;
  private final String before;
  private final String after;
  private final boolean learners;

  /**
   * @param draft which says what key points are called
   * @param before what the earlier wording is called
   * @param after what the later one is called
   * @param learners whether to say what each change means for those who have the question now
   */
  ChangeList(Comparison comparison, Draft draft, String before, String after, boolean learners) {
    this.draft = draft;
    this.before = before;
    this.after = after;
    this.learners = learners;
    addClassNames("rows", "changes");
    if (comparison.reordered()) {
      add(row(new Tag(getTranslation("authoring.change.order"), Tag.Kind.PLAIN), order()));
    }
    comparison.changes().stream()
        .filter(change -> change.change() != Change.NONE)
        .forEach(change -> add(row(change)));
  }

  private String order() {
    return getTranslation("authoring.change.order.text");
  }

  private static ListItem row(Tag tag, String words) {
    Div head = new Div(tag, new Span(words));
    head.addClassName("file");
    return new ListItem(head);
  }

  private ListItem row(ItemChange change) {
    Tag tag = new Tag(getTranslation("authoring.change." + change.change()), kind(change.change()));
    ListItem row = row(tag, name(change));
    if (learners && change.kind() == ItemKind.QUESTION) {
      Div means = new Div(getTranslation("authoring.means." + change.change(), change.learners()));
      means.addClassNames("muted", "small");
      row.add(means);
    }
    if (change.before() != null && change.after() != null) {
      row.add(compare(change, change.before(), change.after()));
    }
    return row;
  }

  /** A button and no details: dialogs keep the focus among what they know to take it. */
  private Div compare(ItemChange change, ItemBody one, ItemBody other) {
    Div box = new Div();
    NativeButton button = new NativeButton(getTranslation("authoring.compare"));
    button.addClassName("link");
    button.setAriaLabel(getTranslation("authoring.compare") + ": " + name(change));
    button.getElement().setAttribute("aria-expanded", "false");
    button.addClickListener(
        click -> {
          boolean open = box.getComponentCount() == 1;
          button.getElement().setAttribute("aria-expanded", String.valueOf(open));
          if (open) {
            box.add(
                new WordingComparison(
                    name(change), before, after, FieldTexts.differences(one, other, draft, this)));
          } else {
            box.getComponentAt(1).removeFromParent();
          }
        });
    box.add(button);
    return box;
  }

  private String name(ItemChange change) {
    ItemBody body = change.after() == null ? change.before() : change.after();
    return body == null ? change.itemId() : ItemNames.of(body, this);
  }

  private static Tag.Kind kind(Change change) {
    return switch (change) {
      case NONE, WORDING, EARLIER_SERIES -> Tag.Kind.PLAIN;
      case NEW, RESTORED -> Tag.Kind.OK;
      case NEW_SERIES, RESTORED_NEW_SERIES, RETIRED -> Tag.Kind.WARN;
    };
  }

  /** Whether anything differs. */
  boolean empty() {
    return getChildren().findAny().isEmpty();
  }
}
