package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.review.StepKind;
import app.keypoint.review.ui.ReviewTexts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** How many cards are found and selected, and what can be done with those selected. */
class CardSelectionBar extends Div {

  private final Span status = new Span();
  private final NativeButton all;
  private final NativeButton none;
  private final Div actions = new Div();

  CardSelectionBar(Runnable onAll, Runnable onNone, Consumer<StepKind> onAction) {
    addClassName("selection-bar");
    status.addClassNames("muted", "num");
    status.getElement().setAttribute("role", "status");
    all = new NativeButton("", click -> onAll.run());
    all.addClassName("link");
    none = new NativeButton(text("cards.select-none"), click -> onNone.run());
    none.addClassName("link");
    for (StepKind action : StepKind.ACTIONS) {
      NativeButton button =
          new NativeButton(ReviewTexts.text("action." + action), click -> onAction.accept(action));
      button.addClassName("btn");
      actions.add(button);
    }
    actions.addClassName("acts");
    actions.getElement().setAttribute("role", "group");
    actions.getElement().setAttribute("aria-label", text("cards.with-selected"));
    Div line = new Div(status, all, none);
    line.addClassName("toolbar");
    add(line, actions);
  }

  /**
   * @param found how many cards are listed
   * @param selected how many of the learner's cards are selected
   * @param most so many can be selected at once
   */
  void show(int found, int selected, int most) {
    status.setText(
        selected == 0 ? text("cards.found", found) : text("cards.selected", selected, found));
    all.setText(found > most ? text("cards.select-first", most) : text("cards.select-all", found));
    all.setVisible(found > 1 && selected < Math.min(found, most));
    none.setVisible(selected > 0);
    actions.setVisible(selected > 0);
    setClassName("selecting", selected > 0);
  }
}
