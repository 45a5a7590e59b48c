package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** Shown where there is nothing yet: says so, and what to do next. */
public class EmptyState extends Section {

  /**
   * @param actions what to do next, the most likely first; may be none
   */
  public EmptyState(String title, String text, Component... actions) {
    addClassNames("card", "empty");
    add(new H2(title), new Paragraph(text));
    if (actions.length > 0) {
      Div row = new Div(actions);
      row.addClassName("actions");
      add(row);
    }
  }
}
