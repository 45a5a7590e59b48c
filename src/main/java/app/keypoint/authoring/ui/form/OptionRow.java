package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.OptionText;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;

/** An option: what it says, why not, and whether it is right. */
final class OptionRow extends Div {

  final Checkbox correct;
  final TextArea text;
  final TextArea why;
  final FindingSlot noteText;
  final FindingSlot noteWhy;
  private final String id;

  OptionRow(int nth, OptionText option, Runnable onEdit) {
    id = option.id();
    addClassName("option-row");
    correct = Fields.check("option/" + id + "/right", "", option.correct(), onEdit);
    correct.setAriaLabel(getTranslation("authoring.option.right", nth));
    text =
        Fields.text(
            "option/" + id + "/text",
            getTranslation("authoring.option", nth),
            option.text(),
            ItemBody.MAX_TEXT,
            onEdit);
    text.getElement().setAttribute("data-enter-next", "option");
    why =
        Fields.text(
            "option/" + id + "/why",
            getTranslation("authoring.option.why"),
            option.why(),
            ItemBody.MAX_TEXT,
            onEdit);
    why.setPlaceholder(getTranslation("authoring.option.why.which"));
    why.getElement().setAttribute("data-enter-next", "option");
    noteText = FindingSlot.beside(text);
    noteWhy = FindingSlot.beside(why);
    // One goes on from text to text; to mark it right there is a key besides.
    add(text, why, correct);
  }

  /** Nothing is written in it: it is no option yet. */
  boolean blank() {
    return text.getValue().isBlank() && why.getValue().isBlank() && !correct.getValue();
  }

  OptionText option() {
    return new OptionText(id, text.getValue(), correct.getValue(), why.getValue());
  }
}
