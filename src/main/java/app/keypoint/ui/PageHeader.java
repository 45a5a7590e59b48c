package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** A view's heading, what it is about in a line, and its actions at the right. */
public class PageHeader extends Header {

  private final Paragraph line = new Paragraph();

  /**
   * @param text a line under the heading; may be empty
   */
  public PageHeader(String title, String text, Component... actions) {
    this(new H1(title), text, actions);
  }

  /** With a heading that is more than a text. */
  public PageHeader(H1 title, String text, Component... actions) {
    addClassName("view-header");
    Div words = new Div(title);
    if (!text.isEmpty()) {
      line.setText(text);
      line.addClassName("muted");
      words.add(line);
    }
    add(words);
    if (actions.length > 0) {
      Div row = new Div(actions);
      row.addClassName("actions");
      add(row);
    }
  }

  /** Another line under the heading, in the place of one that is there. */
  public void setText(String text) {
    line.setText(text);
  }
}
