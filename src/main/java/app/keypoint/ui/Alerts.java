package app.keypoint.ui;

import com.vaadin.flow.component.html.Paragraph;

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
}
