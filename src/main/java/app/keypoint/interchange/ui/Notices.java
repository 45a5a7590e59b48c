package app.keypoint.interchange.ui;

import com.vaadin.flow.component.html.Paragraph;

/** What happened, in a box that screen readers announce. */
final class Notices {

  private Notices() {}

  static Paragraph problem(String text) {
    return box(text, "bad", "alert");
  }

  static Paragraph done(String text) {
    return box(text, "ok", "status");
  }

  private static Paragraph box(String text, String tone, String role) {
    Paragraph box = new Paragraph(text);
    box.addClassNames("alert", tone);
    box.getElement().setAttribute("role", role);
    return box;
  }
}
