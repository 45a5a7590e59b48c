package app.keypoint.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;

/** What happened, in a box that screen readers announce. */
final class Alerts {

  private Alerts() {}

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

  static String tooManyAttempts(Component asker, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return seconds < 90
        ? asker.getTranslation("identity.problem.waitSeconds", seconds)
        : asker.getTranslation("identity.problem.waitMinutes", (seconds + 59) / 60);
  }
}
