package app.keypoint.identity.ui.signin;

import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.signin.Registration;
import app.keypoint.identity.signin.Registration.Form;
import app.keypoint.identity.signin.Registration.Mode;
import app.keypoint.identity.ui.AccountForm;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Where newcomers make their account, if this server lets them. */
@Route("register")
@AnonymousAllowed
class RegisterView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Registration registration;
  private final AuthenticationContext authentication;
  private final AccountForm form = new AccountForm();
  private ZoneId zone = ZoneOffset.UTC;

  /** The join code that an invitation's link carries. */
  private String invitation = "";

  RegisterView(Registration registration, AuthenticationContext authentication) {
    this.registration = registration;
    this.authentication = authentication;
    addClassName("entrance");
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.register.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (authentication.isAuthenticated()) {
      event.forwardTo("");
    }
    invitation = event.getLocation().getQueryParameters().getSingleParameter("code").orElse("");
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    BrowserZone.ask(attached.getUI(), answer -> zone = answer);
    boolean open = registration.mode() != Mode.CLOSED;
    Div card = new Div(new H1(getTranslation("identity.register.heading")));
    card.addClassName("card");
    removeAll();
    add(card);
    Paragraph explanation =
        new Paragraph(
            getTranslation(open ? "identity.register.explanation" : "identity.register.closed"));
    explanation.addClassName("muted");
    card.add(explanation);
    if (open) {
      build();
      card.add(form);
    }
    Paragraph back =
        new Paragraph(
            new Span(getTranslation("identity.register.known")),
            new RouterLink(getTranslation("identity.signIn.button"), SignInView.class));
    back.addClassName("aside");
    card.add(back);
  }

  private void build() {
    if (registration.mode() == Mode.CODE) {
      joinCode("identity.joinCode").focus();
    }
    TextField username = form.text(Field.USERNAME, "identity.username", "username");
    username.setHelperText(getTranslation("identity.username.hint"));
    username.getElement().setAttribute("autocapitalize", "none");
    form.text(Field.DISPLAY_NAME, "identity.displayName", "name")
        .setHelperText(getTranslation("identity.displayName.hint"));
    form.newPassword("identity.password");
    if (registration.mode() == Mode.OPEN) {
      joinCode("identity.joinCode.optional");
      username.focus();
    }
    form.submit("identity.register.button", this::register);
  }

  private TextField joinCode(String labelKey) {
    TextField code = form.text(Field.JOIN_CODE, labelKey, "off");
    code.setHelperText(getTranslation("identity.joinCode.hint"));
    code.setValue(invitation);
    return code;
  }

  private void register() {
    registration.register(
        new Form(
            form.value(Field.USERNAME),
            form.value(Field.DISPLAY_NAME),
            form.value(Field.PASSWORD),
            form.value(Field.JOIN_CODE),
            zone));
    // A new page, so that everything knows the new session.
    getUI().orElseThrow().getPage().setLocation(".");
  }
}
