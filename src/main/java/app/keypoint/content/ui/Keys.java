package app.keypoint.content.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** Keys on buttons; keys.js clicks what names the key pressed. */
public final class Keys {

  private Keys() {}

  /** The key as sighted people see it. */
  public static Span hint(String key) {
    Span hint = new Span(key);
    hint.addClassName("kbd");
    hint.getElement().setAttribute("aria-hidden", "true");
    return hint;
  }

  /** The one primary action of a screen, taken by Enter from anywhere. */
  public static NativeButton primary(String text, Runnable onClick) {
    NativeButton button = new NativeButton();
    button.add(new Span(text), hint("Enter"));
    button.addClassNames("btn", "primary");
    button.getElement().setAttribute("data-key", "Enter");
    button.addClickListener(click -> onClick.run());
    return button;
  }
}
