package app.keypoint.identity.ui.signin;

import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.signin.AuthenticatorSetup;
import app.keypoint.identity.signin.PasskeySetup;
import app.keypoint.identity.signin.PasskeySignIn;
import app.keypoint.identity.signin.SecondStep;
import app.keypoint.identity.signin.SecondStep.Kind;
import app.keypoint.identity.ui.AuthenticatorSetupPanel;
import app.keypoint.identity.ui.PasskeyPrompt;
import app.keypoint.identity.ui.RecoveryCodesPanel;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/** Has a second factor set up by those who may not sign in without one. */
@Route(SecondStep.SET_UP_PATH)
@AnonymousAllowed
class SetUpStepView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final SecondStep step;
  private final PasskeySignIn passkeys;
  private final Div card = new Div();

  SetUpStepView(SecondStep step, PasskeySignIn passkeys) {
    this.step = step;
    this.passkeys = passkeys;
    addClassName("entrance");
    card.addClassNames("card", "factor");
    add(card);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.setUpStep.heading");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (step.due().filter(due -> due.kind() == Kind.SET_UP).isEmpty()) {
      event.forwardTo(SignInView.class);
      return;
    }
    AuthenticatorSetup setup = step.begin();
    Paragraph explanation = new Paragraph(getTranslation("identity.setUpStep.explanation"));
    explanation.addClassName("muted");
    card.removeAll();
    card.add(
        new H1(getTranslation("identity.setUpStep.heading")),
        explanation,
        new AuthenticatorSetupPanel(
            setup, "identity.app.turnOn", code -> show(step.complete(setup, code))));
    if (passkeys.possible()) {
      card.add(passkey());
    }
  }

  /** The other way: one click, since the name can wait. */
  private Div passkey() {
    Div messages = new Div();
    PasskeyPrompt prompt = new PasskeyPrompt();
    NativeButton add =
        new NativeButton(
            getTranslation("identity.setUpStep.passkey"),
            click -> {
              messages.removeAll();
              PasskeySetup setup = step.beginPasskey();
              Runnable refused =
                  () -> messages.add(Alerts.problem(getTranslation("identity.passkey.declined")));
              prompt.create(
                  setup.options(),
                  answer -> {
                    try {
                      step.completePasskey(setup, answer, getTranslation("identity.passkey.first"));
                      leave();
                    } catch (InvalidInput e) {
                      refused.run();
                    }
                  },
                  refused);
            });
    add.addClassName("btn");
    Div way = new Div(messages, add, prompt);
    way.addClassName("aside");
    return way;
  }

  private void show(List<String> codes) {
    card.removeAll();
    card.add(new RecoveryCodesPanel(codes, "identity.setUpStep.continue", this::leave));
  }

  /** To a new page, for the person that this browser now belongs to. */
  private void leave() {
    getUI().orElseThrow().getPage().setLocation("./");
  }
}
