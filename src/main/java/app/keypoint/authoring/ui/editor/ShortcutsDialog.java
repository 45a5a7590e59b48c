package app.keypoint.authoring.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The keys of the editor. */
final class ShortcutsDialog extends Dialog {

  private record Shortcut(String what, List<String> keys) {}

  private static final List<Shortcut> ALL =
      List.of(
          new Shortcut("next-option", List.of("Enter")),
          new Shortcut("mark-right", List.of("Alt", "R")),
          new Shortcut("new-question", List.of("Ctrl", "Enter")),
          new Shortcut("new-point", List.of("Ctrl", "Shift", "Enter")),
          new Shortcut("duplicate", List.of("Alt", "C")),
          new Shortcut("retire", List.of("Alt", "X")),
          new Shortcut("choose-point", List.of("Alt", "K")),
          new Shortcut("type", List.of("Alt", "1–4")),
          new Shortcut("next", List.of("Alt", "↓")),
          new Shortcut("previous", List.of("Alt", "↑")),
          new Shortcut("move-down", List.of("Alt", "Shift", "↓")),
          new Shortcut("move-up", List.of("Alt", "Shift", "↑")),
          new Shortcut("article", List.of("Alt", "A")),
          new Shortcut("sentences", List.of("↑", "↓")),
          new Shortcut("more-sentences", List.of("Shift", "↑", "↓")),
          new Shortcut("sentences-point", List.of("Enter")),
          new Shortcut("sentences-question", List.of("Space")),
          new Shortcut("leave-article", List.of("Esc")),
          new Shortcut("next-finding", List.of("Alt", "W")),
          new Shortcut("try", List.of("Alt", "P")),
          new Shortcut("publish", List.of("Alt", "Enter")),
          new Shortcut("undo", List.of("Alt", "Z")),
          new Shortcut("redo", List.of("Alt", "Shift", "Z")));

  ShortcutsDialog() {
    setHeaderTitle(getTranslation("authoring.shortcuts"));
    DescriptionList list = new DescriptionList();
    list.addClassName("shortcuts");
    for (Shortcut shortcut : ALL) {
      Component[] keys =
          shortcut.keys().stream().map(ShortcutsDialog::key).toArray(Component[]::new);
      Description how = new Description();
      how.add(keys);
      list.add(new Term(getTranslation("authoring.shortcuts." + shortcut.what())), how);
    }
    Div scrolled = new Div(list); // by the arrow keys as well
    scrolled.getElement().setAttribute("tabindex", "0");
    scrolled.getElement().setAttribute("role", "region");
    scrolled.getElement().setAttribute("aria-label", getTranslation("authoring.shortcuts"));
    add(scrolled);
    Button close = new Button(getTranslation("authoring.close"), click -> close());
    close.setAutofocus(true);
    getFooter().add(close);
  }

  private static Span key(String name) {
    Span key = new Span(name);
    key.addClassName("kbd");
    return key;
  }
}
