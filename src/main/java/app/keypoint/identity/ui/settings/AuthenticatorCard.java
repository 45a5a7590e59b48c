package app.keypoint.identity.ui.settings;

import app.keypoint.identity.Account;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.signin.SecondFactors;
import app.keypoint.identity.signin.SecondFactors.Status;
import app.keypoint.identity.ui.AccountForm;
import app.keypoint.identity.ui.AuthenticatorSetupPanel;
import app.keypoint.identity.ui.RecoveryCodesPanel;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets up an authenticator app, takes it away, and makes recovery codes. */
class AuthenticatorCard extends Section {

  private final SecondFactors factors;
  private final Account account;
  private final Div body = new Div();

  AuthenticatorCard(SecondFactors factors, Account account) {
    this.factors = factors;
    this.account = account;
    addClassNames("card", "factor");
    add(new H2(getTranslation("identity.app.heading")), body);
    showStatus(null);
  }

  private void showStatus(@Nullable String done) {
    Status status = factors.status(account.id());
    Instant since = status.appSince();
    body.removeAll();
    if (done != null) {
      body.add(Alerts.done(getTranslation(done)));
    }
    if (since == null) {
      body.add(
          new Paragraph(getTranslation("identity.app.explanation")),
          button("identity.app.setUp", "primary", this::askToSetUp));
      return;
    }
    body.add(
        new Paragraph(
            new Tag(getTranslation("identity.app.on"), Tag.Kind.OK),
            new com.vaadin.flow.component.Text(
                " " + getTranslation("identity.app.since", date(since)))),
        new Paragraph(getTranslation("identity.recovery.left", status.recoveryCodes())));
    Div actions =
        new Div(
            button("identity.recovery.renew", "", this::askToRenew),
            button("identity.app.replace", "", this::askToSetUp));
    actions.addClassName("actions");
    body.add(actions);
    if (status.required()) {
      Paragraph required = new Paragraph(getTranslation("identity.security.required"));
      required.addClassNames("muted", "small");
      body.add(required);
    } else {
      actions.add(button("identity.app.remove", "danger", this::askToRemove));
    }
  }

  private void askToSetUp() {
    askForPassword(
        "identity.app.setUp.password",
        "identity.app.continue",
        password -> {
          var setup = factors.begin(account.id(), password);
          show(
              new AuthenticatorSetupPanel(
                  setup,
                  "identity.app.turnOn",
                  code ->
                      showCodes(factors.confirm(account.id(), setup, code), "identity.app.nowOn")));
        });
  }

  private void askToRenew() {
    askForPassword(
        "identity.recovery.renew.password",
        "identity.recovery.renew",
        password ->
            showCodes(
                factors.renewRecoveryCodes(account.id(), password), "identity.recovery.renewed"));
  }

  private void askToRemove() {
    askForPassword(
        "identity.app.remove.password",
        "identity.app.remove",
        password -> {
          factors.removeApp(account.id(), password);
          showStatus("identity.app.nowOff");
        });
  }

  private void askForPassword(
      String explanationKey, String buttonKey, java.util.function.Consumer<String> action) {
    AccountForm form = new AccountForm();
    var password = form.password(Field.CURRENT_PASSWORD, "identity.settings.currentPassword");
    form.submit(buttonKey, () -> action.accept(form.value(Field.CURRENT_PASSWORD)));
    show(
        new Paragraph(getTranslation(explanationKey)),
        form,
        button("identity.security.cancel", "", () -> showStatus(null)));
    password.focus();
  }

  private void showCodes(List<String> codes, String done) {
    show(new RecoveryCodesPanel(codes, "identity.recovery.done", () -> showStatus(done)));
  }

  private void show(Component... components) {
    body.removeAll();
    body.add(components);
  }

  private NativeButton button(String key, String tone, Runnable action) {
    NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
    button.addClassName("btn");
    if (!tone.isEmpty()) {
      button.addClassName(tone);
    }
    return button;
  }

  private String date(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(getLocale())
        .withZone(account.calendar().zone())
        .format(at);
  }
}
