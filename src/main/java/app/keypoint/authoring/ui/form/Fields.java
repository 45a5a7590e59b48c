package app.keypoint.authoring.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Fields that tell what is typed while it is typed. */
public final class Fields {

  /** What is typed is on its way after this long at the latest, so that it is kept within two s. */
  private static final int TELL_AFTER_MILLIS = 700;

  /**
   * How much longer than it may be a text can be pasted. Browsers cut what goes beyond without a
   * word; so far the server says that it is too long, and how long it may be.
   */
  public static final int CUT_AFTER = 400_000;

  private Fields() {}

  /**
   * A single line.
   *
   * @param name see {@link #name}
   * @param max the most that is kept
   */
  static TextField line(String name, String label, String value, int max, Runnable onEdit) {
    TextField field = new TextField(label);
    field.setMaxLength(max + CUT_AFTER);
    name(field, name);
    return watched(field, value, onEdit);
  }

  /**
   * A text, as high as it needs.
   *
   * @param name see {@link #name}
   * @param max the most that is kept
   */
  static TextArea text(String name, String label, String value, int max, Runnable onEdit) {
    TextArea field = new TextArea(label);
    field.setMaxLength(max + CUT_AFTER);
    field.setMinRows(1);
    name(field, name);
    return watched(field, value, onEdit);
  }

  /**
   * Says by which name the browser keeps what is typed or marked until it is saved: one of its own
   * in its form, and the same whenever the form is made anew.
   */
  static void name(Component field, String name) {
    field.getElement().setAttribute("data-field", name);
  }

  /**
   * A box that says whether something is so.
   *
   * @param name see {@link #name}
   */
  static Checkbox check(String name, String label, boolean value, Runnable onEdit) {
    Checkbox box = new Checkbox(label, value);
    name(box, name);
    box.addValueChangeListener(change -> onEdit.run());
    return box;
  }

  private static <F extends TextFieldBase<F, String>> F watched(
      F field, String value, Runnable onEdit) {
    field.setValue(value);
    field.setWidthFull();
    field.setValueChangeMode(ValueChangeMode.TIMEOUT);
    field.setValueChangeTimeout(TELL_AFTER_MILLIS);
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            onEdit.run();
          }
        });
    return field;
  }
}
