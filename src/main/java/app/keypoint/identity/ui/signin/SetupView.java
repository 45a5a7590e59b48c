package app.keypoint.identity.ui.signin;

import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.signin.FirstAdministrator;
import app.keypoint.identity.ui.AccountForm;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Where the link in an empty server's log leads: makes the first administrator. */
@Route("setup/:token")
@AnonymousAllowed
class SetupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final FirstAdministrator administrator;
  private String token = "";
  private ZoneId zone = ZoneOffset.UTC;

  SetupView(FirstAdministrator administrator) {
    this.administrator = administrator;
    addClassName("entrance");
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.setup.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    token = event.getRouteParameters().get("token").orElse("");
    if (!administrator.accepts(token)) {
      event.rerouteToError(NotFoundException.class);
    }
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    BrowserZone.ask(attached.getUI(), answer -> zone = answer);
    AccountForm form = new AccountForm();
    form.text(Field.USERNAME, "identity.username", "username")
        .setHelperText(getTranslation("identity.username.hint"));
    form.text(Field.DISPLAY_NAME, "identity.displayName", "name");
    form.newPassword("identity.password");
    form.submit("identity.setup.button", () -> create(form));

    Paragraph explanation = new Paragraph(getTranslation("identity.setup.explanation"));
    explanation.addClassName("muted");
    Div card = new Div(new H1(getTranslation("identity.setup.heading")), explanation, form);
    card.addClassName("card");
    removeAll();
    add(card);
  }

  private void create(AccountForm form) {
    administrator.create(
        token,
        form.value(Field.USERNAME),
        form.value(Field.DISPLAY_NAME),
        form.value(Field.PASSWORD),
        zone);
    getUI().orElseThrow().getPage().setLocation("admin");
  }
}
