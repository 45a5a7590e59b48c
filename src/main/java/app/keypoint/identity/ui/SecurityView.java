package app.keypoint.identity.ui;

import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Passkeys;
import app.keypoint.identity.SecondFactors;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SettingsNav;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** How somebody proves who they are, beside the password. */
@Route("settings/security")
@PermitAll
class SecurityView extends Div implements HasDynamicTitle {

  SecurityView(SecondFactors factors, Passkeys passkeys, CurrentAccount current) {
    addClassName("settings");
    add(
        new PageHeader(getTranslation("identity.settings.title"), ""),
        new SettingsNav("settings/security"),
        new AuthenticatorCard(factors, current.get()));
    if (passkeys.possible()) {
      add(new PasskeyCard(passkeys, current.get()));
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.security.title");
  }
}
