package app.keypoint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** One of a few, all of them visible; a click chooses. */
public class Switch<T> extends FieldSet {

  private final Map<T, NativeButton> buttons = new LinkedHashMap<>();

  /**
   * @param chosen the one that holds now
   * @param onChoice called with another one than before
   */
  public Switch(
      String legend, List<T> options, Function<T, String> name, T chosen, Consumer<T> onChoice) {
    super(legend);
    addClassName("switch");
    Div row = new Div();
    for (T option : options) {
      NativeButton button = new NativeButton(name.apply(option));
      button.addClickListener(
          click -> {
            if (!"true".equals(button.getElement().getAttribute("aria-pressed"))) {
              mark(option);
              onChoice.accept(option);
            }
          });
      buttons.put(option, button);
      row.add(button);
    }
    add(row);
    mark(chosen);
  }

  /** The button of an option, for what only some options need. */
  protected NativeButton button(T option) {
    return Objects.requireNonNull(buttons.get(option));
  }

  private void mark(T chosen) {
    buttons.forEach(
        (option, button) ->
            button
                .getElement()
                .setAttribute("aria-pressed", String.valueOf(option.equals(chosen))));
  }
}
