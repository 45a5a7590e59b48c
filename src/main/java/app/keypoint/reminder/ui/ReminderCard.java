package app.keypoint.reminder.ui;

import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** One kind of reminder: what it is, whether it is on, and what can be done about that. */
abstract class ReminderCard extends Section {

  private final Div heading;
  private final Div content = new Div();

  ReminderCard(String titleKey, String textKey) {
    addClassNames("card", "reminder");
    // Both cards have buttons that say the same.
    setAriaLabel(getTranslation(titleKey));
    heading = new Div(new H2(getTranslation(titleKey)));
    heading.addClassName("toolbar");
    content.addClassName("stack");
    add(heading, new Paragraph(getTranslation(textKey)), content);
  }

  /** Shows this instead of what was there. */
  final void show(String stateKey, Tag.Kind kind, Component... parts) {
    if (heading.getComponentCount() > 1) {
      heading.remove(heading.getComponentAt(1));
    }
    Tag state = new Tag(getTranslation(stateKey), kind);
    state.getElement().setAttribute("role", "status");
    heading.add(state);
    content.removeAll();
    content.add(parts);
  }

  final Paragraph note(String text) {
    Paragraph note = new Paragraph(text);
    note.addClassName("muted");
    return note;
  }

  /** What went well, in a box that screen readers announce. */
  final Paragraph done(String key) {
    Paragraph box = new Paragraph(getTranslation(key));
    box.addClassNames("alert", "ok");
    box.getElement().setAttribute("role", "status");
    return box;
  }

  static Div actions(Component... buttons) {
    Div actions = new Div(buttons);
    actions.addClassName("actions");
    return actions;
  }
}
