package app.keypoint.content.ui;

import app.keypoint.content.Response;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** A field to type the answer into; Enter checks it. */
class TypedInput extends Div {

  private final TextField field = new TextField();

  /**
   * @param hint what a cloze says of its blank, or an empty string
   */
  TypedInput(String hint, Consumer<String> onAnswer) {
    addClassName("typed");
    field.setLabel(
        hint.isEmpty()
            ? getTranslation("content.your-answer")
            : getTranslation("content.your-answer-hint", hint));
    field.setWidthFull();
    field.setMaxLength(Response.MAX_TYPED);
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.getElement().setAttribute("autocomplete", "off");
    field.getElement().setAttribute("autocapitalize", "off");
    field.getElement().setProperty("spellcheck", false);
    Div actions =
        new Div(
            Keys.primary(getTranslation("content.check"), () -> answer(field.getValue(), onAnswer)));
    actions.addClassName("check");
    add(field, actions);
    addAttachListener(attach -> field.focus());
  }

  /** The field's bound is the browser's; what does not come from one is not graded at all. */
  private static void answer(String typed, Consumer<String> onAnswer) {
    if (typed.length() <= Response.MAX_TYPED) {
      onAnswer.accept(typed);
    }
  }
}
