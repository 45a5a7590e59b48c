package app.keypoint.content.ui;

import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field to type the answer into, or one for each blank; Enter goes on to the next that is empty,
 * and from there to checking.
 */
class TypedInput extends Div {

  private final List<TextField> fields = new ArrayList<>();

  /**
   * @param hints for each thing to type what a cloze says of its blank, or an empty string
   * @param language in which the question is shown
   * @param rated whether checking also says how sure the learner is
   */
  TypedInput(List<String> hints, Locale language, boolean rated, QuestionPanel.OnAnswer onAnswer) {
    addClassName("typed");
    for (int nth = 1; nth <= hints.size(); nth++) {
      fields.add(field(label(nth, hints)));
    }
    if (hints.size() == 1) {
      add(fields.getFirst());
    } else {
      add(together());
    }
    add(new CheckRow(rated, confidence -> answer(language, confidence, onAnswer)));
    addAttachListener(attach -> fields.getFirst().focus());
  }

  /** In which keys.js looks for the next one that is empty. */
  private Div together() {
    Div together = new Div();
    together.addClassName("blanks");
    together.getElement().setAttribute("data-blanks", "");
    fields.forEach(together::add);
    return together;
  }

  private String label(int nth, List<String> hints) {
    String hint = hints.get(nth - 1);
    if (hints.size() == 1) {
      return hint.isEmpty()
          ? getTranslation("content.your-answer")
          : getTranslation("content.your-answer-hint", hint);
    }
    return hint.isEmpty()
        ? getTranslation("content.blank", nth, hints.size())
        : getTranslation("content.blank-hint", nth, hints.size(), hint);
  }

  private static TextField field(String label) {
    TextField field = new TextField(label);
    field.setWidthFull();
    field.setMaxLength(Response.MAX_TYPED);
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.getElement().setAttribute("autocomplete", "off");
    field.getElement().setAttribute("autocapitalize", "off");
    field.getElement().setProperty("spellcheck", false);
    return field;
  }

  /** The fields' bound is the browser's; what does not come from one is not graded at all. */
  private void answer(
      Locale language, @Nullable Confidence confidence, QuestionPanel.OnAnswer onAnswer) {
    List<String> typed = fields.stream().map(TextField::getValue).toList();
    if (typed.stream().allMatch(text -> text.length() <= Response.MAX_TYPED)) {
      onAnswer.answered(new Response.Typed(typed, false, language), confidence);
    }
  }
}
