package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The fields of one part of a quiz. */
public abstract class ItemForm extends Div {

  private final Predicate<ItemBody> onEdit;
  private final Div whole = new Div();
  private final FindingSlot onTop = FindingSlot.in(whole);
  private boolean told = true;

  /**
   * @param onEdit called with all that the form says, whenever some of it changes; answers whether
   *     that is saved
   */
  ItemForm(Predicate<ItemBody> onEdit) {
    this.onEdit = onEdit;
    addClassName("item-form");
    add(whole);
  }

  /** What the fields say now. */
  public abstract ItemBody body();

  /** Where findings belong, by the field as quiz files name it. */
  abstract Map<String, FindingSlot> places();

  /** What one begins to write in. */
  public abstract Focusable<? extends Component> first();

  /**
   * To be called by every field.
   *
   * @return whether all that the form says is saved
   */
  final boolean edited() {
    return told && onEdit.test(body());
  }

  /**
   * A line whose edits it tells; {@code key} is that of its label, {@code name} the quiz file's.
   */
  final TextField line(String name, String key, String value) {
    return Fields.line(name, getTranslation(key), value, ItemBody.MAX_LINE, this::edited);
  }

  /** A text, likewise. */
  final TextArea text(String name, String key, String value, int max) {
    return Fields.text(name, getTranslation(key), value, max, this::edited);
  }

  /**
   * Changes several fields as one edit.
   *
   * @return as {@link #edited}
   */
  final boolean asOne(Runnable changes) {
    told = false;
    changes.run();
    told = true;
    return edited();
  }

  /** Shows each finding beside its field, or the nearest that there is. */
  public final void show(List<ItemFinding> findings) {
    Map<String, FindingSlot> places = places();
    Map<String, List<ItemFinding>> sorted = new HashMap<>();
    for (ItemFinding finding : findings) {
      sorted.computeIfAbsent(nearest(finding.field(), places), f -> new ArrayList<>()).add(finding);
    }
    places.forEach((field, place) -> place.note(sorted.getOrDefault(field, List.of())));
    onTop.note(sorted.getOrDefault("", List.of()));
  }

  private static String nearest(String field, Map<String, FindingSlot> places) {
    String at = field;
    while (!at.isEmpty() && !places.containsKey(at)) {
      at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "";
    }
    return at;
  }
}
