package app.keypoint.identity.ui.signin;

import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.ui.AccountForm;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where a one-time password is replaced; whoever has one gets no further before that. */
@Route(value = "new-password", autoLayout = false)
@PermitAll
class NewPasswordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final AccountSettings settings;
  private final CurrentAccount current;
  private final AccountForm form = new AccountForm();

  NewPasswordView(AccountSettings settings, CurrentAccount current) {
    this.settings = settings;
    this.current = current;
    addClassName("entrance");
    getElement().setAttribute("role", "main");
    form.newPassword("identity.settings.newPassword").focus();
    form.submit("identity.newPassword.button", this::replace);
    Paragraph explanation = new Paragraph(getTranslation("identity.newPassword.explanation"));
    explanation.addClassName("muted");
    Div card = new Div(new H1(getTranslation("identity.newPassword.heading")), explanation, form);
    card.addClassName("card");
    add(card);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.newPassword.heading");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!current.mustChoosePassword()) {
      event.forwardTo("");
    }
  }

  private void replace() {
    settings.replaceOneTimePassword(current.get().id(), form.value(Field.PASSWORD));
    getUI().orElseThrow().getPage().setLocation(".");
  }
}
