package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The part of a quiz that is open: its fields, and from which revision of it these go on. */
final class ItemCard extends Section {

  /** Where the browser says from which revision the words were made that it has kept. */
  private static final String REVISION = "event.detail";

  private final Div notice = new Div();
  private @Nullable Open open;
  private @Nullable ItemHead head;

  /**
   * What is open.
   *
   * @param revision that the form goes on from: an older one than the part's when the browser still
   *     has words that were made from it
   */
  record Open(DraftItem item, int revision, ItemForm form) {

    String id() {
      return item.id();
    }

    ItemKind kind() {
      return item.kind();
    }
  }

  ItemCard() {
    addClassNames("card", "item-card");
    getElement()
        .addEventListener("kept", kept -> goOnFrom(kept.getEventData().path(REVISION).asInt(0)))
        .addEventData(REVISION);
  }

  /** What is open; null before anything was. */
  @Nullable Open open() {
    return open;
  }

  /** The form of the open question; null when another part is open. */
  @Nullable QuestionForm question() {
    return open != null && open.form() instanceof QuestionForm form ? form : null;
  }

  /** Opens a part. What the browser has kept of it is typed again by {@link #restore}. */
  void show(Draft draft, DraftItem item, ItemHead head, ItemForm form) {
    goOn(new Open(item, item.revision(), form));
    this.head = head;
    notice.removeAll();
    removeAll();
    getElement().setAttribute("data-item", inTheBrowser(draft, item.id()));
    add(head, notice, form);
  }

  /** Goes on from what was saved. */
  void saved(DraftItem now) {
    if (open != null) {
      notice.removeAll();
      goOn(new Open(now, now.revision(), open.form()));
    }
  }

  /** Says at which place the open part is now, which changes when others are moved. */
  void renumber(int number) {
    if (head != null) {
      head.renumber(number);
    }
  }

  /** Shows each finding beside its field. */
  void show(List<ItemFinding> findings) {
    if (open != null) {
      open.form().show(findings);
    }
  }

  /** Says something above the fields until the part is saved. */
  void notice(Component said) {
    notice.removeAll();
    notice.add(said);
  }

  /**
   * From which revision the form goes on, and a hash of what each of its fields says here, so that
   * the browser keeps what was typed since that was sent. Without fields for a part that is not
   * open.
   */
  ObjectNode said(String itemId) {
    ObjectNode fields = JacksonUtils.createObjectNode();
    ObjectNode said = JacksonUtils.createObjectNode();
    said.set("fields", fields);
    if (open != null && open.id().equals(itemId)) {
      said.put("revision", open.revision());
      hash(open.form(), fields);
    }
    return said;
  }

  private static void hash(Component at, ObjectNode fields) {
    String name = at.getElement().getAttribute("data-field");
    if (name != null && at instanceof HasValue<?, ?> field) {
      fields.put(name, String.valueOf(field.getValue()).hashCode());
    }
    at.getChildren().forEach(child -> hash(child, fields));
  }

  /** What all fields of the open part say now, whether it was saved or not. */
  ItemBody body() {
    if (open == null) {
      throw new IllegalStateException("Nothing is open yet");
    }
    return open.form().body();
  }

  void focus() {
    if (open != null) {
      open.form().first().focus();
    }
  }

  /** Types again what the browser has kept. */
  void restore() {
    getElement().executeJs("window.keypointEditor?.restore(this)");
  }

  /** Gives up what the browser has kept. */
  void forget() {
    getElement().executeJs("window.keypointEditor?.forget(this)");
  }

  /** By what name the browser keeps what is typed in a part. */
  static String inTheBrowser(Draft draft, String itemId) {
    return draft.id() + "/" + itemId;
  }

  private void goOn(Open here) {
    open = here;
    getElement().setAttribute("data-revision", String.valueOf(here.revision()));
  }

  /** Words made from an older revision are saved as such: what came since is shown, not lost. */
  private void goOnFrom(int revision) {
    Open here = open;
    if (here != null) {
      goOn(new Open(here.item(), revision, here.form()));
      restore();
    }
  }
}
