package app.keypoint.identity.ui.settings;

import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.signin.ExternalSignIn;
import app.keypoint.identity.signin.Passkeys;
import app.keypoint.identity.signin.SecondFactors;
import app.keypoint.identity.signin.Sessions;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SettingsNav;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** How somebody proves who they are, beside the password. */
@Route("settings/security")
@PermitAll
class SecurityView extends Div implements HasDynamicTitle {

  SecurityView(
      SecondFactors factors,
      Passkeys passkeys,
      ExternalSignIn external,
      Sessions sessions,
      CurrentAccount current) {
    Account account = current.get();
    addClassName("settings");
    add(
        new PageHeader(getTranslation("identity.settings.title"), ""),
        new SettingsNav("settings/security"));
    if (external.isFor(account.id())) {
      add(elsewhere(external.provider().orElse("")));
    } else {
      add(new AuthenticatorCard(factors, account));
      if (passkeys.possible()) {
        add(new PasskeyCard(passkeys, account));
      }
    }
    add(new SessionsCard(sessions, account.calendar().zone()));
  }

  private Section elsewhere(String provider) {
    Section card =
        new Section(
            new H2(getTranslation("identity.provider.heading")),
            new Paragraph(getTranslation("identity.provider.explanation", provider)));
    card.addClassName("card");
    return card;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.security.title");
  }
}
