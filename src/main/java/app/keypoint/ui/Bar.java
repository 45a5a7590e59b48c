package app.keypoint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A share as a bar, said in words to those who do not see it. */
public class Bar extends Div {

  /** How the share is to be taken. */
  public enum Tone {
    PLAIN,
    RIGHT,
    WRONG
  }

  /**
   * @param share 0..1; anything else is cut to that range
   * @param label what it means in words, such as "84 % retained"
   */
  public Bar(double share, String label) {
    this(share, label, Tone.PLAIN);
  }

  /** As {@link #Bar(double, String)}, coloured. The label has to say what the colour says. */
  public Bar(double share, String label, Tone tone) {
    Span fill = new Span();
    fill.setWidth(Math.round(100 * Math.clamp(share, 0, 1)) + "%");
    add(fill);
    addClassName("bar");
    switch (tone) {
      case PLAIN -> {}
      case RIGHT -> addClassName("ok");
      case WRONG -> addClassName("bad");
    }
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", label);
  }
}
