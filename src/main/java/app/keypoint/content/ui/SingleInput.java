package app.keypoint.content.ui;

import app.keypoint.content.Option;
import app.keypoint.content.Response;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Options of which one is picked: one click or letter answers. */
class SingleInput extends Div {

  SingleInput(List<Option> options, Locale language, Consumer<Response.Picked> onAnswer) {
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", getTranslation("content.options"));
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      NativeButton button = button(option, language, i);
      button.addClickListener(click -> onAnswer.accept(new Response.Picked(Set.of(option.id()))));
      add(button);
    }
  }

  /** An option with its letter, which is also its key. */
  static NativeButton button(Option option, Locale language, int nth) {
    NativeButton button = new NativeButton();
    button.addClassName("opt");
    button.add(QuestionPanel.letter(nth), Rich.html(option.text(), language));
    button.getElement().setAttribute("data-key", String.valueOf((char) ('a' + nth)));
    return button;
  }
}
