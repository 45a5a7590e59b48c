package app.keypoint.identity.ui.signin;

import app.keypoint.identity.signin.PasskeySignIn;
import app.keypoint.identity.signin.SecondStep;
import app.keypoint.identity.signin.SecondStep.Due;
import app.keypoint.identity.signin.SecondStep.Kind;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.identity.ui.NativeForm;
import app.keypoint.identity.ui.WaitTexts;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Asks for the code after the right password. */
@Route(value = SecondStep.PATH)
@AnonymousAllowed
class SecondStepView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final String RECOVERY = "recovery";

  private final SecondStep step;
  private final PasskeySignIn passkeys;

  SecondStepView(SecondStep step, PasskeySignIn passkeys) {
    this.step = step;
    this.passkeys = passkeys;
    addClassName("entrance");
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.step.heading");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Due due = step.due().orElse(null);
    if (due == null || due.kind() != Kind.PROVE) {
      event.forwardTo(SignInView.class);
      return;
    }
    boolean recovery =
        event.getLocation().getQueryParameters().getParameters().containsKey(RECOVERY);
    removeAll();
    if (due.app()) {
      Div card = recovery ? recovery() : code();
      if (due.passkey()) {
        card.add(new PasskeyForm(passkeys));
      }
      add(card);
    } else {
      add(passkeyAlone());
    }
  }

  private Div code() {
    TextField code = field("code", "identity.app.code", "one-time-code");
    code.getElement().setAttribute("inputmode", "numeric");
    return card(
        "identity.step.explanation",
        code,
        link(SecondStep.PATH + "?" + RECOVERY, "identity.step.recovery"));
  }

  private Div passkeyAlone() {
    Paragraph explanation = new Paragraph(getTranslation("identity.step.passkey"));
    explanation.addClassName("muted");
    Paragraph aside = new Paragraph(link("sign-in", "identity.step.back"));
    aside.addClassName("aside");
    Div card =
        new Div(
            new H1(getTranslation("identity.step.heading")),
            explanation,
            new PasskeyForm(passkeys, "primary"),
            aside);
    card.addClassName("card");
    return card;
  }

  private Div recovery() {
    TextField code = field(RECOVERY, "identity.step.recoveryCode", "off");
    code.getElement().setAttribute("autocapitalize", "none").setAttribute("spellcheck", "false");
    return card(
        "identity.step.recovery.explanation", code, link(SecondStep.PATH, "identity.step.code"));
  }

  private Div card(String explanationKey, TextField code, Anchor otherWay) {
    NativeForm form = new NativeForm(SecondStep.PATH);
    WrappedSession session = VaadinSession.getCurrent().getSession();
    if (session.getAttribute(SignInFailed.class.getName()) instanceof SignInFailed failed) {
      session.removeAttribute(SignInFailed.class.getName());
      form.add(
          Alerts.problem(
              failed.reason() == Reason.THROTTLED
                  ? WaitTexts.of(this, failed.retryAfter())
                  : getTranslation("identity.step.wrong")));
    }
    form.add(code, NativeForm.submit(getTranslation("identity.signIn.button"), "btn", "primary"));
    Paragraph explanation = new Paragraph(getTranslation(explanationKey));
    explanation.addClassName("muted");
    Paragraph aside = new Paragraph(otherWay, link("sign-in", "identity.step.back"));
    aside.addClassName("aside");
    Div card = new Div(new H1(getTranslation("identity.step.heading")), explanation, form, aside);
    card.addClassName("card");
    return card;
  }

  private TextField field(String name, String labelKey, String autocomplete) {
    TextField field = new TextField(getTranslation(labelKey));
    field.setMaxLength(40);
    field
        .getElement()
        .setAttribute("name", name)
        .setAttribute("autocomplete", autocomplete)
        .setAttribute("autofocus", true);
    return field;
  }

  private Anchor link(String href, String key) {
    return new Anchor(href, getTranslation(key));
  }
}
