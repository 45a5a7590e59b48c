package app.keypoint.authoring.ui;

import app.keypoint.authoring.Change;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemChange;
import app.keypoint.authoring.ItemKind;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What becomes of the parts of a quiz from one edition to the next, each with its words. */
final class ChangeList extends UnorderedList {

  private final String before;
  private final String after;

  /**
   * @param before what the earlier wording is called
   * @param after what the later one is called
   */
  ChangeList(List<ItemChange> changes, String before, String after) {
    this.before = before;
    this.after = after;
    addClassNames("rows", "changes");
    changes.stream()
        .filter(change -> change.change() != Change.NONE)
        .forEach(change -> add(row(change)));
  }

  private ListItem row(ItemChange change) {
    Tag tag = new Tag(getTranslation("authoring.change." + change.change()), kind(change.change()));
    Div head = new Div(tag, new Span(name(change)));
    head.addClassName("file");
    ListItem row = new ListItem(head);
    if (change.kind() == ItemKind.QUESTION) {
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
                new Differences(name(change), before, after, Said.differences(one, other, this)));
          } else {
            box.getComponentAt(1).removeFromParent();
          }
        });
    box.add(button);
    return box;
  }

  private String name(ItemChange change) {
    ItemBody body = change.after() == null ? change.before() : change.after();
    return body == null ? change.itemId() : Names.of(body, this);
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
