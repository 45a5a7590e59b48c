package app.keypoint.identity.ui;

import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.signin.AuthenticatorSetup;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Gives a secret to an authenticator app, and asks for a code to see that it has it. */
public class AuthenticatorSetupPanel extends Div {

  private static final int GROUP = 4;

  public AuthenticatorSetupPanel(
      AuthenticatorSetup setup, String buttonKey, Consumer<String> check) {
    addClassName("authenticator");
    Code secret = new Code(setup.secret().replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
    secret.addClassName("secret");
    Paragraph byHand = new Paragraph(getTranslation("identity.app.byHand") + " ");
    byHand.add(secret);
    byHand.addClassNames("muted", "small");
    AccountForm form = new AccountForm();
    TextField code = form.text(Field.CODE, "identity.app.code", "one-time-code");
    code.getElement().setAttribute("inputmode", "numeric");
    code.setMaxLength(20);
    code.setHelperText(getTranslation("identity.app.code.hint"));
    form.submit(buttonKey, () -> check.accept(form.value(Field.CODE)));
    add(
        new Paragraph(getTranslation("identity.app.scan")),
        new QrImage(setup.uri(), getTranslation("identity.app.qr")),
        byHand,
        form);
    code.focus();
  }
}
