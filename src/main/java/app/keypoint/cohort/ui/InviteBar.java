package app.keypoint.cohort.ui;

import app.keypoint.cohort.JoinCode;
import app.keypoint.identity.BaseAddress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** A join code with buttons that copy it, or a link that registers with it. */
public class InviteBar extends Div {

  /**
   * @param base where people find this server: not what a request says, since who sends one may say
   *     anything
   */
  public InviteBar(JoinCode code, BaseAddress base) {
    addClassName("invite");
    Span shown = new Span(code.toString());
    shown.addClassNames("code", "num");
    Span label = new Span(new Span(getTranslation("cohort.code")), shown);
    label.addClassNames("tag", "plain");
    add(
        label,
        copy("cohort.copy-code", code.toString()),
        copy("cohort.copy-link", base.of("/register?code=" + code)));
  }

  private Component copy(String key, String text) {
    Button button = new Button(getTranslation(key));
    button.addThemeVariants(ButtonVariant.SMALL);
    Clipboard.onClick(button)
        .writeText(
            text,
            copied -> Notification.show(getTranslation("cohort.copied", text)),
            // Browsers refuse without https: then the text itself is what helps.
            refused -> Notification.show(getTranslation("cohort.not-copied", text)));
    return button;
  }
}
