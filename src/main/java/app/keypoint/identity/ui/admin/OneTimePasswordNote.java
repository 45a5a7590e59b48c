package app.keypoint.identity.ui.admin;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Shows a one-time password, this once. */
class OneTimePasswordNote extends Div {

  OneTimePasswordNote(String password) {
    addClassNames("alert", "ok");
    getElement().setAttribute("role", "status");
    Code code = new Code(password);
    code.addClassName("one-time-password");
    add(new Paragraph(getTranslation("identity.admin.oneTime")), code);
  }
}
