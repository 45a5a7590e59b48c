package app.keypoint.identity.ui;

import app.keypoint.identity.AuthenticatorSetup;
import app.keypoint.identity.SecondStep;
import app.keypoint.identity.SecondStep.Kind;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
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
  private final Div card = new Div();

  SetUpStepView(SecondStep step) {
    this.step = step;
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
    if (step.due().filter(Kind.SET_UP::equals).isEmpty()) {
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
  }

  private void show(List<String> codes) {
    card.removeAll();
    card.add(
        new RecoveryCodesPanel(
            codes,
            "identity.setUpStep.continue",
            // A new page, for the person that this browser now belongs to.
            () -> getUI().orElseThrow().getPage().setLocation("./")));
  }
}
