package app.keypoint.identity.ui.signin;

import app.keypoint.identity.signin.PasskeySignIn;
import app.keypoint.identity.ui.NativeForm;
import app.keypoint.identity.ui.PasskeyPrompt;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** The button that signs in with a passkey. */
class PasskeyForm extends NativeForm {

  PasskeyForm(PasskeySignIn passkeys, String... classes) {
    super(PasskeySignIn.PATH);
    hidden(PasskeySignIn.FIELD, "");
    Div messages = new Div();
    PasskeyPrompt prompt = new PasskeyPrompt();
    NativeButton button =
        new NativeButton(
            getTranslation("identity.passkey.signIn"),
            click -> {
              messages.removeAll();
              passkeys
                  .ask()
                  .ifPresent(
                      options ->
                          prompt.signIn(
                              options,
                              () ->
                                  messages.add(
                                      Alerts.problem(
                                          getTranslation("identity.passkey.declined")))));
            });
    button.getElement().setAttribute("type", "button");
    button.addClassName("btn");
    button.addClassNames(classes);
    addClassName("passkey");
    add(messages, button, prompt);
  }
}
