package app.keypoint.content.ui;

import app.keypoint.content.Confidence;
import app.keypoint.content.Response;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A field to type the answer into; Enter goes on to checking it. */
class TypedInput extends Div {

  private final TextField field = new TextField();

  /**
   * @param hint what a cloze says of its blank, or an empty string
   * @param language in which the question is shown
   * @param rated whether checking also says how sure the learner is
   */
  TypedInput(String hint, Locale language, boolean rated, QuestionPanel.OnAnswer onAnswer) {
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
    add(
        field,
        new CheckRow(
            rated, confidence -> answer(field.getValue(), language, confidence, onAnswer)));
    addAttachListener(attach -> field.focus());
  }

  /** The field's bound is the browser's; what does not come from one is not graded at all. */
  private static void answer(
      String typed,
      Locale language,
      @Nullable Confidence confidence,
      QuestionPanel.OnAnswer onAnswer) {
    if (typed.length() <= Response.MAX_TYPED) {
      onAnswer.answered(new Response.Typed(typed, false, language), confidence);
    }
  }
}
