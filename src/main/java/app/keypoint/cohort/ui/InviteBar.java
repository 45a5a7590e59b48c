package app.keypoint.cohort.ui;

import app.keypoint.cohort.JoinCode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;

/** A join code with buttons that copy it, or a link that registers with it. */
class InviteBar extends Div {

  InviteBar(JoinCode code) {
    addClassName("invite");
    Span shown = new Span(code.toString());
    shown.addClassNames("code", "num");
    Span label = new Span(new Span(getTranslation("cohort.code")), shown);
    label.addClassNames("tag", "plain");
    add(
        label,
        copy("cohort.copy-code", code.toString()),
        copy("cohort.copy-link", origin() + "/register?code=" + code));
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

  /** Where the browser reached this server, without a slash at the end. */
  private static String origin() {
    if (!(VaadinRequest.getCurrent() instanceof VaadinServletRequest request)) {
      return "";
    }
    StringBuffer url = request.getRequestURL();
    String path = request.getRequestURI();
    return url.substring(0, url.length() - path.length()) + request.getContextPath();
  }
}
