package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.ui.form.ItemForm;
import app.keypoint.authoring.ui.form.QuestionForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of a quiz that is open: its fields, and from which revision of it these go on. */
final class ItemCard extends Section {

  /**
   * Where the browser says from which revision the words were made that it has kept, and of which
   * parts it has some.
   */
  private static final String DETAIL = "event.detail";

  private final BooleanSupplier more;
  private final Div notice = new Div();
  private @Nullable Open open;
  private @Nullable ItemHead head;

  /** What the fields would say if they said what the draft does. */
  private ObjectNode kept = JacksonUtils.createObjectNode();

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

  /**
   * @param onLeft called with the parts of the quiz, without the open one, of which the browser has
   *     words that it was not told to be saved
   * @param onRest called when nothing was typed for a while and the browser still has words of the
   *     open part
   * @param more answers whether something could not be saved, whatever the browser has
   */
  ItemCard(Consumer<Set<String>> onLeft, Runnable onRest, BooleanSupplier more) {
    this.more = more;
    addClassNames("card", "item-card");
    getElement()
        .addEventListener(
            "left",
            left ->
                onLeft.accept(
                    Stream.of(left.getEventData().path(DETAIL).asString("").split(" "))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.toSet())))
        .addEventData(DETAIL);
    getElement()
        .addEventListener("kept", kept -> goOnFrom(kept.getEventData().path(DETAIL).asInt(0)))
        .addEventData(DETAIL);
    getElement().addEventListener("rest", rest -> onRest.run());
  }

  /** What is open; null before anything was. */
  @Nullable Open open() {
    return open;
  }

  /** Of its words. */
  Locale locale() {
    return getLocale();
  }

  /** Says which words of the article the open question asks about. */
  void ask(String passage) {
    question().ifPresent(form -> form.setPassage(passage));
  }

  /** Goes to where the open question's key point is chosen. */
  void chooseKeyPoint() {
    question().ifPresent(QuestionForm::chooseKeyPoint);
  }

  /** Makes the open question one of this type. */
  void choose(ItemBody.Type type) {
    question().ifPresent(form -> form.choose(type));
  }

  private Optional<QuestionForm> question() {
    return open != null && open.form() instanceof QuestionForm form
        ? Optional.of(form)
        : Optional.empty();
  }

  /**
   * Opens a part. What the browser has kept of it is typed again by {@link #restore}.
   *
   * @param revision that the form goes on from
   * @param kept as {@link #fields} has it, of the form that says what the draft does
   */
  void show(
      Draft draft, DraftItem item, int revision, ItemHead head, ItemForm form, ObjectNode kept) {
    goOn(new Open(item, revision, form));
    this.head = head;
    this.kept = kept;
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
      kept = fields(open.form());
    }
  }

  /**
   * Goes on from what somebody else has saved, over which one's own is written.
   *
   * @param kept as {@link #fields} has it, of the form that says what they saved
   */
  Open over(Open mine, DraftItem theirs, ObjectNode kept) {
    Open here = new Open(theirs, theirs.revision(), mine.form());
    notice.removeAll();
    goOn(here);
    this.kept = kept;
    return here;
  }

  /** Whether the part is shown as retired. */
  boolean retired() {
    return head != null && head.retired();
  }

  /** Says anew what can be done with the part as a whole; its fields stay as they are. */
  void head(ItemHead now) {
    if (head != null) {
      remove(head);
      head = now;
      addComponentAsFirst(now);
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
    return open != null && open.id().equals(itemId)
        ? said(open.revision(), open.form())
        : nothing();
  }

  /** The same, but only of the fields that say what the draft does. */
  ObjectNode saidAsKept() {
    if (open == null) {
      return nothing();
    }
    ObjectNode fields = fields(open.form());
    unkept().forEach(name -> fields.remove(name.asString()));
    return nothing().put("revision", open.revision()).set("fields", fields);
  }

  /** The same of some form. */
  static ObjectNode said(int revision, ItemForm form) {
    return nothing().put("revision", revision).set("fields", fields(form));
  }

  /** That of a change that saved no field. */
  static ObjectNode nothing() {
    return JacksonUtils.createObjectNode().set("fields", JacksonUtils.createObjectNode());
  }

  /** By the names of a form's fields a hash of what each says. */
  static ObjectNode fields(ItemForm form) {
    ObjectNode fields = JacksonUtils.createObjectNode();
    hash(form, fields);
    return fields;
  }

  /** The fields that say something else than the draft does. */
  private ArrayNode unkept() {
    ArrayNode names = JacksonUtils.createArrayNode();
    if (open != null) {
      fields(open.form())
          .forEachEntry(
              (name, hash) -> {
                if (!hash.equals(kept.get(name))) {
                  names.add(name);
                }
              });
    }
    return names;
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

  /**
   * Types again what the browser has kept. It keeps besides what stands in the fields and is not in
   * the draft.
   */
  void restore() {
    getElement()
        .executeJs("window.keypointEditor?.restore(this, $0, $1)", unkept(), more.getAsBoolean());
  }

  /** Has the browser keep what could not be saved, typed or not. */
  void keep() {
    getElement().executeJs("window.keypointEditor?.keep(this, $0)", unkept());
  }

  /** Gives up what the browser has kept. */
  void forget() {
    getElement().executeJs("window.keypointEditor?.forget(this, $0)", more.getAsBoolean());
  }

  /**
   * The browser has words of parts that are not there any more: nobody can do anything for them.
   */
  void gone(Set<String> parts) {
    getElement()
        .executeJs(
            "window.keypointEditor?.gone(this, $0, $1)",
            String.join(" ", parts),
            more.getAsBoolean());
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
