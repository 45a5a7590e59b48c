package app.keypoint.identity.ui.signin;

import app.keypoint.identity.DemoAccounts;
import app.keypoint.identity.DemoAccounts.DemoAccount;
import app.keypoint.identity.signin.ExternalSignIn;
import app.keypoint.identity.signin.PasskeySignIn;
import app.keypoint.identity.signin.Registration;
import app.keypoint.identity.signin.Registration.Mode;
import app.keypoint.identity.signin.SignInFailed;
import app.keypoint.identity.signin.SignInFailed.Reason;
import app.keypoint.identity.ui.NativeForm;
import app.keypoint.identity.ui.WaitTexts;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.html.Anchor;
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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Duration;
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
  private final ExternalSignIn external;
  private final ObjectProvider<DemoAccounts> demo;

  SignInView(
      AuthenticationContext authentication,
      Registration registration,
      PasskeySignIn passkeys,
      ExternalSignIn external,
      ObjectProvider<DemoAccounts> demo) {
    this.authentication = authentication;
    this.registration = registration;
    this.passkeys = passkeys;
    this.external = external;
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
    add(card(problem(event.getLocation().getQueryParameters())));
    demo.ifAvailable(accounts -> add(demoCard(accounts)));
  }

  private Div card(@Nullable String problem) {
    TextField username = new TextField(getTranslation("identity.username"));
    username.getElement().setAttribute("name", "username").setAttribute("autocapitalize", "none");
    username.getElement().setAttribute("autocomplete", "username");
    PasswordField password = new PasswordField(getTranslation("identity.password"));
    password.getElement().setAttribute("name", "password");
    password.getElement().setAttribute("autocomplete", "current-password");
    username.getElement().setAttribute("autofocus", true);

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
    external.provider().ifPresent(name -> card.add(providerLink(name)));
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

  /** A link that the browser follows itself, since it leads away. */
  private Anchor providerLink(String name) {
    Anchor link = new Anchor(ExternalSignIn.PATH, getTranslation("identity.provider.signIn", name));
    link.setRouterIgnore(true);
    link.addClassNames("btn", "provider");
    return link;
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

  /** What the sign-in said: by the page's address, or by the session where it knows who it is. */
  private @Nullable String problem(QueryParameters said) {
    WrappedSession session = VaadinSession.getCurrent().getSession();
    Object failed = session.getAttribute(SignInFailed.class.getName());
    session.removeAttribute(SignInFailed.class.getName());
    if (failed instanceof SignInFailed other) {
      return explain(other);
    }
    if (said.getParameters().containsKey("expired")) {
      return getTranslation("identity.signIn.expired");
    }
    return said.getSingleParameter("error")
        .map(error -> explain(failure(error, said)))
        .orElse(null);
  }

  private static SignInFailed failure(String error, QueryParameters said) {
    return switch (error) {
      case "disabled" -> new SignInFailed(Reason.DISABLED, Duration.ZERO);
      case "throttled" -> new SignInFailed(Reason.THROTTLED, wait(said));
      default -> new SignInFailed(Reason.CREDENTIALS, Duration.ZERO);
    };
  }

  private static Duration wait(QueryParameters said) {
    return said.getSingleParameter("wait")
        .filter(seconds -> seconds.matches("\\d{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ofMinutes(1));
  }

  private String explain(SignInFailed failed) {
    return switch (failed.reason()) {
      case CREDENTIALS, CODE -> getTranslation("identity.signIn.wrong");
      case PASSKEY -> getTranslation("identity.passkey.wrong");
      case PROVIDER -> getTranslation("identity.provider.wrong");
      case DISABLED -> getTranslation("identity.signIn.disabled");
      case THROTTLED -> WaitTexts.of(this, failed.retryAfter());
    };
  }

  private static Paragraph muted(String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.addClassName("muted");
    return paragraph;
  }
}
