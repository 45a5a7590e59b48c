package app.keypoint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** A field to search a list by, with how much was found, which is said aloud when it changes. */
public final class SearchBar extends Div {

  private static final int MAX_LENGTH = 200;

  private final TextField search = new TextField();
  private final Span found = new Span();

  /**
   * @param label what is searched, also shown while nothing is written
   * @param onChange called a moment after something was written
   */
  public SearchBar(String label, Runnable onChange) {
    search.setAriaLabel(label);
    search.setPlaceholder(label);
    search.setClearButtonVisible(true);
    search.setMaxLength(MAX_LENGTH);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(change -> onChange.run());
    found.addClassNames("muted", "small", "num");
    found.getElement().setAttribute("role", "status");
    add(search, found);
    addClassName("toolbar");
  }

  /** What is searched for, empty for everything. */
  public String text() {
    return search.getValue();
  }

  /** Says how much was found. */
  public void found(String text) {
    found.setText(text);
  }
}
