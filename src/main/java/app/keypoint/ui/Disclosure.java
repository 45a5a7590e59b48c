package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A line that opens to more in the browser alone: the server is not told. */
@Tag("details")
public final class Disclosure extends HtmlContainer {

  public Disclosure(Component[] summary, Component content) {
    add(new HtmlContainer("summary", summary), content);
  }

  /** Is shown open at first. */
  public void open() {
    getElement().setAttribute("open", true);
  }
}
