package app.keypoint.content.ui;

import app.keypoint.content.Option;
import app.keypoint.content.Response;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Options of which several may be picked, then checked together. */
class MultiInput extends Div {

  private final Set<String> picked = new LinkedHashSet<>();
  private final NativeButton check;

  MultiInput(List<Option> options, Locale language, Consumer<Response.Picked> onAnswer) {
    Paragraph how = new Paragraph(getTranslation("content.pick-all"));
    how.addClassNames("muted", "small");
    Div group = new Div();
    group.getElement().setAttribute("role", "group");
    group.getElement().setAttribute("aria-label", getTranslation("content.options"));
    for (int i = 0; i < options.size(); i++) {
      group.add(toggle(options.get(i), language, i));
    }
    check =
        Keys.primary(
            getTranslation("content.check"), () -> onAnswer.accept(new Response.Picked(picked)));
    check.setEnabled(false);
    Div actions = new Div(check);
    actions.addClassName("check");
    add(how, group, actions);
  }

  private NativeButton toggle(Option option, Locale language, int nth) {
    NativeButton button = SingleInput.button(option, language, nth);
    button.getElement().setAttribute("aria-pressed", "false");
    button.addClickListener(
        click -> {
          boolean on = picked.add(option.id());
          if (!on) {
            picked.remove(option.id());
          }
          button.getElement().setAttribute("aria-pressed", String.valueOf(on));
          check.setEnabled(!picked.isEmpty());
        });
    return button;
  }
}
