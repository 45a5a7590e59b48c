package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A share of something by name: as a bar, and in words beside it. */
public class ShareRow extends Div {

  /**
   * @param share 0..1
   * @param words what the bar shows, such as "3 of 4"
   */
  public ShareRow(Component name, double share, String words) {
    addClassName("row");
    Span figure = new Span(words);
    figure.addClassNames("small", "num");
    Bar bar = new Bar(share, words);
    // The same words stand beside it.
    bar.getElement().removeAttribute("role").removeAttribute("aria-label");
    bar.getElement().setAttribute("aria-hidden", "true");
    add(name, bar, figure);
  }
}
