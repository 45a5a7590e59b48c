package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemKind;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What part is open, and what can be done with it as a whole. */
final class ItemHead extends Div {

  private final DraftItem item;
  private final H2 title = new H2();

  /**
   * @param number among those of its kind, from 1; 0 for a retired one
   * @param onMove called with the places to move it by
   * @param onRetire called with whether it is to be retired
   */
  ItemHead(
      DraftItem item,
      int number,
      Runnable onDuplicate,
      IntConsumer onMove,
      Consumer<Boolean> onRetire) {
    addClassName("item-head");
    this.item = item;
    renumber(number);
    add(title);
    if (item.kind() == ItemKind.HEADING || item.kind() == ItemKind.ARTICLE) {
      return;
    }
    Div actions = new Div();
    actions.addClassName("actions");
    if (item.retired()) {
      add(new Tag(getTranslation("authoring.left-out"), Tag.Kind.PLAIN));
      actions.add(button("authoring.take-in", () -> onRetire.accept(false)));
    } else {
      actions.add(
          button("authoring.duplicate", onDuplicate),
          button("authoring.move-up", () -> onMove.accept(-1)),
          button("authoring.move-down", () -> onMove.accept(1)),
          button("authoring.retire", () -> onRetire.accept(true)));
    }
    add(actions);
  }

  /** Whether it says that the part is retired. */
  boolean retired() {
    return item.retired();
  }

  /** Says at which place it is now. */
  void renumber(int number) {
    title.setText(
        switch (item.kind()) {
          case HEADING -> getTranslation("authoring.heading");
          case ARTICLE -> getTranslation("authoring.article");
          case KEY_POINT, QUESTION -> {
            String kind = item.kind() == ItemKind.KEY_POINT ? "point" : "question";
            yield item.retired()
                ? getTranslation("authoring.is-retired")
                : getTranslation("authoring." + kind + ".nth", number);
          }
        });
  }

  private NativeButton button(String key, Runnable action) {
    NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
    button.addClassName("plain");
    return button;
  }
}
