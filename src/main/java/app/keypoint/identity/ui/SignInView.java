package app.keypoint.identity.ui;

import app.keypoint.identity.DemoAccounts;
import app.keypoint.identity.DemoAccounts.DemoAccount;
import app.keypoint.identity.PasskeySignIn;
import app.keypoint.identity.Registration;
import app.keypoint.identity.Registration.Mode;
import app.keypoint.identity.SignInFailed;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Where everybody comes in. */
@Route("sign-in")
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final String ACTION = "sign-in";

  private final AuthenticationContext authentication;
  private final Registration registration;
  private final PasskeySignIn passkeys;
  private final ObjectProvider<DemoAccounts> demo;

  SignInView(
      AuthenticationContext authentication,
      Registration registration,
      PasskeySignIn passkeys,
      ObjectProvider<DemoAccounts> demo) {
    this.authentication = authentication;
    this.registration = registration;
    this.passkeys = passkeys;
    this.demo = demo;
    addClassName("entrance");
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.signIn.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (authentication.isAuthenticated()) {
      event.forwardTo("");
      return;
    }
    removeAll();
    WrappedSession session = VaadinSession.getCurrent().getSession();
    String problem = null;
    String typed = "";
    if (take(session, SignInFailed.class.getName()) instanceof SignInFailed failed) {
      problem = explain(failed);
      typed = take(session, "username") instanceof String name ? name : "";
    } else if (event.getLocation().getQueryParameters().getParameters().containsKey("expired")) {
      problem = getTranslation("identity.signIn.expired");
    }
    add(card(typed, problem));
    demo.ifAvailable(accounts -> add(demoCard(accounts)));
  }

  private Div card(String typed, @Nullable String problem) {
    TextField username = new TextField(getTranslation("identity.username"), typed, "");
    username.getElement().setAttribute("name", "username").setAttribute("autocapitalize", "none");
    username.getElement().setAttribute("autocomplete", "username");
    PasswordField password = new PasswordField(getTranslation("identity.password"));
    password.getElement().setAttribute("name", "password");
    password.getElement().setAttribute("autocomplete", "current-password");
    (typed.isEmpty() ? username : password).getElement().setAttribute("autofocus", true);

    NativeForm form = new NativeForm(ACTION);
    if (problem != null) {
      form.add(Alerts.problem(problem));
    }
    form.add(
        username,
        password,
        NativeForm.submit(getTranslation("identity.signIn.button"), "btn", "primary"));

    Div card =
        new Div(
            new H1(getTranslation("identity.signIn.heading")),
            muted(getTranslation("identity.signIn.tagline")),
            form);
    card.addClassName("card");
    if (passkeys.possible()) {
      card.add(new PasskeyForm(passkeys));
    }
    if (registration.mode() != Mode.CLOSED) {
      String key =
          registration.mode() == Mode.CODE
              ? "identity.signIn.registerByCode"
              : "identity.signIn.register";
      Paragraph invitation =
          new Paragraph(
              new Span(getTranslation("identity.signIn.newHere")),
              new RouterLink(getTranslation(key), RegisterView.class));
      invitation.addClassName("aside");
      card.add(invitation);
    }
    return card;
  }

  private Div demoCard(DemoAccounts accounts) {
    Div card =
        new Div(
            new H2(getTranslation("identity.demo.heading")),
            muted(getTranslation("identity.demo.explanation")));
    card.addClassNames("card", "demo");
    for (DemoAccount account : accounts.all()) {
      NativeForm form =
          new NativeForm(ACTION)
              .hidden("username", account.username())
              .hidden("password", account.password());
      var button = NativeForm.submit("", "btn");
      Span name = new Span(account.username());
      name.addClassNames("muted", "small");
      button.add(new Span(getTranslation(account.roleKey())), name);
      form.add(button);
      card.add(form);
    }
    return card;
  }

  private String explain(SignInFailed failed) {
    return switch (failed.reason()) {
      case CREDENTIALS, CODE -> getTranslation("identity.signIn.wrong");
      case PASSKEY -> getTranslation("identity.passkey.wrong");
      case PROVIDER -> getTranslation("identity.provider.wrong");
      case DISABLED -> getTranslation("identity.signIn.disabled");
      case THROTTLED -> WaitWords.of(this, failed.retryAfter());
    };
  }

  private static Paragraph muted(String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.addClassName("muted");
    return paragraph;
  }

  private static @Nullable Object take(WrappedSession session, String name) {
    Object value = session.getAttribute(name);
    session.removeAttribute(name);
    return value;
  }
}
