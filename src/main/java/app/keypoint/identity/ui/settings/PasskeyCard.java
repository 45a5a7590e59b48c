package app.keypoint.identity.ui.settings;

import app.keypoint.identity.Account;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.signin.Passkeys;
import app.keypoint.identity.signin.Passkeys.Passkey;
import app.keypoint.identity.ui.AccountForm;
import app.keypoint.identity.ui.PasskeyPrompt;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists somebody's passkeys, adds and removes them. */
class PasskeyCard extends Section {

  private final Passkeys passkeys;
  private final Account account;
  private final Div body = new Div();

  PasskeyCard(Passkeys passkeys, Account account) {
    this.passkeys = passkeys;
    this.account = account;
    addClassNames("card", "factor");
    add(new H2(getTranslation("identity.passkey.heading")), body);
    showList(null);
  }

  private void showList(@Nullable Component message) {
    body.removeAll();
    if (message != null) {
      body.add(message);
    }
    body.add(new Paragraph(getTranslation("identity.passkey.explanation")));
    List<Passkey> own = passkeys.of(account.id());
    if (!own.isEmpty()) {
      UnorderedList list = new UnorderedList();
      list.addClassName("rows");
      own.forEach(passkey -> list.add(row(passkey)));
      body.add(list);
    }
    body.add(button("identity.passkey.add", this::askToAdd));
  }

  private ListItem row(Passkey passkey) {
    Span name = new Span(passkey.name());
    name.addClassName("name");
    Instant used = passkey.lastUsed();
    Span times =
        new Span(
            getTranslation("identity.passkey.created", date(passkey.created()))
                + " · "
                + (used == null
                    ? getTranslation("identity.passkey.unused")
                    : getTranslation("identity.passkey.used", date(used))));
    times.addClassNames("muted", "small");
    NativeButton remove = button("identity.passkey.remove", () -> askToRemove(passkey));
    remove.setAriaLabel(getTranslation("identity.passkey.remove.label", passkey.name()));
    Div words = new Div(name, times);
    ListItem row = new ListItem(words, remove);
    row.addClassName("passkey-row");
    return row;
  }

  private void askToAdd() {
    AccountForm form = new AccountForm();
    var name = form.text(Field.DISPLAY_NAME, "identity.passkey.name", "off");
    name.setMaxLength(Passkeys.LONGEST_NAME);
    name.setHelperText(getTranslation("identity.passkey.name.hint"));
    form.password(Field.CURRENT_PASSWORD, "identity.settings.currentPassword");
    PasskeyPrompt prompt = new PasskeyPrompt();
    form.submit(
        "identity.passkey.add",
        () -> {
          String chosen = form.value(Field.DISPLAY_NAME);
          var setup = passkeys.begin(account.id(), form.value(Field.CURRENT_PASSWORD), chosen);
          prompt.create(
              setup.options(),
              answer -> {
                try {
                  passkeys.add(account.id(), setup, answer, chosen);
                  showList(Alerts.done(getTranslation("identity.passkey.added")));
                } catch (InvalidInput e) {
                  showList(Alerts.problem(getTranslation("identity.problem.passkey")));
                }
              },
              () -> showList(Alerts.problem(getTranslation("identity.passkey.declined"))));
        });
    show(form, prompt);
    name.focus();
  }

  private void askToRemove(Passkey passkey) {
    AccountForm form = new AccountForm();
    var password = form.password(Field.CURRENT_PASSWORD, "identity.settings.currentPassword");
    form.submit(
        "identity.passkey.remove",
        () -> {
          passkeys.remove(account.id(), passkey.id(), form.value(Field.CURRENT_PASSWORD));
          showList(Alerts.done(getTranslation("identity.passkey.removed")));
        });
    show(
        new Paragraph(getTranslation("identity.passkey.remove.explanation", passkey.name())), form);
    password.focus();
  }

  private void show(Component... components) {
    body.removeAll();
    body.add(components);
    body.add(button("identity.security.cancel", () -> showList(null)));
  }

  private NativeButton button(String key, Runnable action) {
    NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
    button.addClassName("btn");
    return button;
  }

  private String date(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(getLocale())
        .withZone(account.calendar().zone())
        .format(at);
  }
}
