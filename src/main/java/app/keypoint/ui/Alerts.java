package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;

/** What happened, in a box that screen readers announce. */
public final class Alerts {

  private Alerts() {}

  public static Paragraph problem(String text) {
    return box(text, "bad", "alert");
  }

  public static Paragraph done(String text) {
    return box(text, "ok", "status");
  }

  private static Paragraph box(String text, String tone, String role) {
    Paragraph box = new Paragraph(text);
    box.addClassNames("alert", tone);
    box.getElement().setAttribute("role", role);
    return box;
  }

  /** Says at a field what is wrong with it, and takes the focus there, which reads it out. */
  public static <F extends Component & HasValidationProperties & Focusable<?>> void at(
      F field, String message) {
    field.setErrorMessage(message);
    field.setInvalid(true);
    field.focus();
  }
}
