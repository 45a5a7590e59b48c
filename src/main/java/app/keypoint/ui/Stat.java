package app.keypoint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A figure and what it counts; several of them go into an element of class {@code stats}. */
public class Stat extends Div {

  public Stat(String value, String label) {
    this(value, label, "");
  }

  /**
   * @param note a second line, such as what the figure rests on; may be empty
   */
  public Stat(String value, String label, String note) {
    addClassName("stat");
    Span figure = new Span(value);
    figure.addClassNames("value", "num");
    Span text = new Span(label);
    text.addClassName("label");
    add(figure, text);
    if (!note.isEmpty()) {
      Span small = new Span(note);
      small.addClassName("note");
      add(small);
    }
  }
}
