package app.keypoint.authoring.ui.editions;

import app.keypoint.authoring.Edition;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;

/** Where any two editions are chosen to be compared. */
final class EditionPicker extends Div {

  private final Select<Integer> from = new Select<>();
  private final Select<Integer> to = new Select<>();

  /** Called with the earlier one first. */
  @FunctionalInterface
  interface Compare {
    void accept(int from, int to);
  }

  EditionPicker(Compare compare) {
    addClassName("any-two");
    from.setLabel(getTranslation("authoring.edition.compare.from"));
    to.setLabel(getTranslation("authoring.edition.compare.to"));
    Button button =
        new Button(
            getTranslation("authoring.edition.compare.any"),
            click -> {
              int one = from.getValue();
              int other = to.getValue();
              compare.accept(Math.min(one, other), Math.max(one, other));
            });
    add(from, to, button);
  }

  /** Neighbours have a button of their own, so two editions need no choice. */
  void of(List<Edition> editions) {
    List<Integer> numbers = editions.stream().filter(Edition::kept).map(Edition::number).toList();
    setVisible(numbers.size() > 2);
    from.setItems(numbers);
    to.setItems(numbers);
    from.setValue(numbers.getLast());
    to.setValue(numbers.getFirst());
  }
}
