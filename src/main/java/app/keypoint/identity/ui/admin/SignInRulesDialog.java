package app.keypoint.identity.ui.admin;

import app.keypoint.identity.Role;
import app.keypoint.identity.signin.SecondFactorAdministration;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/** Whose role needs a second step at sign-in. */
class SignInRulesDialog extends Dialog {

  SignInRulesDialog(SecondFactorAdministration factors) {
    addClassName("account-dialog");
    setHeaderTitle(getTranslation("identity.rules.title"));
    Div messages = new Div();
    CheckboxGroup<Role> roles = new CheckboxGroup<>();
    roles.setLabel(getTranslation("identity.rules.required"));
    roles.setItems(Role.INSTRUCTOR, Role.ADMINISTRATOR);
    roles.setItemLabelGenerator(role -> getTranslation("identity.rules." + role));
    roles.setValue(factors.requiredOf());
    roles.addValueChangeListener(
        change -> {
          factors.requireOf(change.getValue());
          messages.removeAll();
          messages.add(Alerts.done(getTranslation("identity.settings.saved")));
        });
    Paragraph explanation = new Paragraph(getTranslation("identity.rules.explanation"));
    explanation.addClassNames("muted", "small");
    add(messages, roles, explanation);
    NativeButton close = new NativeButton(getTranslation("identity.admin.close"), click -> close());
    close.addClassName("btn");
    getFooter().add(close);
  }
}
