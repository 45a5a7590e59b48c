package app.keypoint.review.ui;

import app.keypoint.review.StepKind;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.Consumer;

/** What to do with a card that is forgotten again and again. */
public final class LeechNote extends Section {

  LeechNote(int lapses, Consumer<StepKind> onAction) {
    this(lapses, "review.leech.text", List.of(StepKind.SUSPEND, StepKind.RESET), onAction);
  }

  /**
   * @param text key of the advice, which says where the key point is
   */
  public LeechNote(int lapses, String text, List<StepKind> offered, Consumer<StepKind> onAction) {
    addClassNames("card", "leech");
    Div actions = new Div();
    offered.forEach(action -> actions.add(action(action, onAction)));
    actions.addClassName("actions");
    add(
        new H2(getTranslation("review.leech.title", lapses)),
        new Paragraph(getTranslation(text)),
        actions);
  }

  private NativeButton action(StepKind action, Consumer<StepKind> onAction) {
    NativeButton button =
        new NativeButton(
            getTranslation("review.action." + action), click -> onAction.accept(action));
    button.addClassName("btn");
    return button;
  }
}
