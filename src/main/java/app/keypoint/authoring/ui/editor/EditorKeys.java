package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Which keys do what in the editor; {@link ShortcutsDialog} lists them. */
final class EditorKeys {

  /** What {@link ItemBody.Type} each of the keys 1 to 4 chooses. */
  private static final Key[] TYPES = {Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4};

  /**
   * What the keys do.
   *
   * @param step goes to the next part, or with -1 to the one before
   * @param move moves the open part down, or with -1 up
   * @param retire retires the open part, or takes it in again
   * @param keyPoint goes to where the question's key point is chosen
   * @param article goes to the article
   */
  record Actions(
      IntConsumer step,
      IntConsumer move,
      Runnable nextFinding,
      Runnable trial,
      Runnable publish,
      Runnable undo,
      Runnable redo,
      Runnable addQuestion,
      Runnable addPoint,
      Runnable duplicate,
      Runnable retire,
      Runnable keyPoint,
      Runnable article,
      Consumer<ItemBody.Type> type) {}

  private EditorKeys() {}

  static void listen(Component editor, Actions does) {
    alt(editor, () -> does.step().accept(1), Key.ARROW_DOWN);
    alt(editor, () -> does.step().accept(-1), Key.ARROW_UP);
    alt(editor, does.nextFinding(), Key.KEY_W);
    alt(editor, does.trial(), Key.KEY_P);
    alt(editor, does.publish(), Key.ENTER);
    alt(editor, does.undo(), Key.KEY_Z);
    alt(editor, does.duplicate(), Key.KEY_C);
    alt(editor, does.retire(), Key.KEY_X);
    alt(editor, does.keyPoint(), Key.KEY_K);
    alt(editor, does.article(), Key.KEY_A);
    for (ItemBody.Type type : ItemBody.Type.values()) {
      alt(editor, () -> does.type().accept(type), TYPES[type.ordinal()]);
    }
    altShift(editor, () -> does.move().accept(1), Key.ARROW_DOWN);
    altShift(editor, () -> does.move().accept(-1), Key.ARROW_UP);
    altShift(editor, does.redo(), Key.KEY_Z);
    on(editor, does.addQuestion(), Key.ENTER, KeyModifier.CONTROL);
    on(editor, does.addPoint(), Key.ENTER, KeyModifier.CONTROL, KeyModifier.SHIFT);
  }

  private static void alt(Component editor, Runnable action, Key key) {
    on(editor, action, key, KeyModifier.ALT);
  }

  private static void altShift(Component editor, Runnable action, Key key) {
    on(editor, action, key, KeyModifier.ALT, KeyModifier.SHIFT);
  }

  private static void on(Component editor, Runnable action, Key key, KeyModifier... with) {
    Shortcuts.addShortcutListener(editor, action::run, key, with);
  }
}
