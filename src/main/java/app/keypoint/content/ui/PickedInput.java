package app.keypoint.content.ui;

import app.keypoint.content.Option;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Confidence;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options that are picked, several or one instead of another, and then checked together. */
class PickedInput extends Div {

  private final Map<String, NativeButton> buttons = new LinkedHashMap<>();
  private final Set<String> picked = new LinkedHashSet<>();
  private final boolean several;
  private final boolean waits;
  private final CheckRow check;

  /**
   * @param several whether more than one may be picked
   * @param rated whether checking also says how sure the learner is
   */
  PickedInput(
      List<Option> options,
      Locale language,
      boolean several,
      boolean rated,
      QuestionPanel.OnAnswer onAnswer) {
    this.several = several;
    // With three ways to check, a key may come before the server has heard of the one that picked.
    waits = !rated;
    check = new CheckRow(rated, confidence -> check(confidence, onAnswer));
    Div group = new Div();
    group.getElement().setAttribute("role", "group");
    group.getElement().setAttribute("aria-label", getTranslation("content.options"));
    for (int i = 0; i < options.size(); i++) {
      group.add(toggle(options.get(i), language, i));
    }
    if (several) {
      Paragraph how = new Paragraph(getTranslation("content.pick-all"));
      how.addClassNames("muted", "small");
      add(how);
    }
    add(group, check);
    show();
  }

  private NativeButton toggle(Option option, Locale language, int nth) {
    NativeButton button = SingleInput.button(option, language, nth);
    button.addClickListener(click -> pick(option.id()));
    buttons.put(option.id(), button);
    return button;
  }

  private void check(@Nullable Confidence confidence, QuestionPanel.OnAnswer onAnswer) {
    if (picked.isEmpty()) {
      Notification.show(getTranslation("content.pick-first"));
    } else {
      onAnswer.answered(new Response.Picked(picked), confidence);
    }
  }

  /** One of several is taken back by a second click; the only one is never none again. */
  private void pick(String optionId) {
    if (!several) {
      picked.clear();
      picked.add(optionId);
    } else if (!picked.remove(optionId)) {
      picked.add(optionId);
    }
    show();
  }

  private void show() {
    buttons.forEach(
        (id, button) ->
            button.getElement().setAttribute("aria-pressed", String.valueOf(picked.contains(id))));
    check.setReady(!waits || !picked.isEmpty());
  }
}
