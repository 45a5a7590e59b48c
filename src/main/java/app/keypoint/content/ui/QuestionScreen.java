package app.keypoint.content.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/**
 * The screen on which questions are answered: a way out, the progress, the question, and a foot for
 * what to do next. Quizzes and reviews share it.
 */
public class QuestionScreen extends Div {

  private final Div fill = new Div();
  private final Div bar = new Div(fill);
  private final Span count = new Span();
  private final Div actions = new Div();
  private final Main main = new Main();
  private final Div foot = new Div();
  private final Footer footer = new Footer(foot);

  /**
   * @param leaveLabel what leaving leads to, for screen readers
   * @param onLeave called for the cross and for Escape
   */
  public QuestionScreen(String leaveLabel, Runnable onLeave) {
    addClassName("question-screen");
    Span cross = new Span("✕");
    cross.getElement().setAttribute("aria-hidden", "true");
    NativeButton leave = new NativeButton();
    leave.add(cross, Keys.hint("Esc"));
    leave.addClassName("plain");
    leave.setAriaLabel(leaveLabel);
    leave.getElement().setAttribute("data-key", "Escape");
    leave.addClickListener(click -> onLeave.run());
    bar.addClassName("bar");
    bar.getElement().setAttribute("role", "progressbar");
    bar.getElement().setAttribute("aria-label", getTranslation("content.progress"));
    bar.getElement().setAttribute("aria-valuemin", "0");
    count.addClassNames("muted", "num");
    actions.addClassName("actions");
    foot.addClassName("foot");
    add(new Header(leave, bar, count, actions), main, footer);
    footer.setVisible(false);
  }

  /** Shows that the nth question of a total is being answered. */
  public void setProgress(int nth, int total) {
    bar.getElement().setAttribute("aria-valuemax", String.valueOf(total));
    bar.getElement().setAttribute("aria-valuenow", String.valueOf(nth));
    fill.setWidth(100.0 * nth / Math.max(1, total) + "%");
    count.setText(getTranslation("content.nth-of", nth, total));
  }

  /** Puts a menu at the right end of the head. */
  public void setActions(Component... components) {
    actions.removeAll();
    actions.add(components);
  }

  /** Shows this between head and foot. */
  public void setBody(Component... components) {
    main.removeAll();
    main.add(components);
  }

  /** Shows this at the bottom; nothing hides it. */
  public void setFoot(Component... components) {
    foot.removeAll();
    foot.add(components);
    footer.setVisible(components.length > 0);
  }
}
