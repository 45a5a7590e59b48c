package app.keypoint.identity.ui.settings;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.signin.ExternalSignIn;
import app.keypoint.identity.ui.AccountForm;
import app.keypoint.time.StudyCalendar;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SettingsNav;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** What people set for themselves. */
@Route("settings")
@PermitAll
class SettingsView extends Div implements HasDynamicTitle {

  /** Stands for the browser's language, since a select has no null among its items. */
  private static final Locale BROWSER = Locale.ROOT;

  private static final List<Locale> LANGUAGES =
      List.of(BROWSER, Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private final AccountSettings settings;
  private final Clock clock;
  private final Account account;

  SettingsView(
      AccountSettings settings, ExternalSignIn external, CurrentAccount current, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.account = current.get();
    addClassName("settings");
    add(
        new PageHeader(getTranslation("identity.settings.title"), ""),
        new SettingsNav("settings"),
        profile());
    if (!external.isFor(account.id())) {
      add(password());
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.settings.title");
  }

  private Section profile() {
    AccountForm form = new AccountForm();
    form.text(Field.DISPLAY_NAME, "identity.displayName", "name").setValue(account.displayName());
    ZoneField zone =
        new ZoneField(getTranslation("identity.settings.zone"), account.calendar().zone(), clock);
    Select<Integer> rollover = rollover();
    Select<Locale> language = language();
    form.add(language, zone, rollover);
    form.submit(
        "identity.settings.save",
        () -> {
          if (zone.getValue() == null) {
            zone.setInvalid(true);
            zone.setErrorMessage(getTranslation("identity.problem.required"));
            return;
          }
          Locale chosen = language.getValue().equals(BROWSER) ? null : language.getValue();
          settings.change(
              account.id(),
              form.value(Field.DISPLAY_NAME),
              new StudyCalendar(zone.getValue(), rollover.getValue()),
              chosen);
          if (Objects.equals(chosen, account.locale())) {
            form.confirm(getTranslation("identity.settings.saved"));
          } else {
            // A new page speaks the new language throughout.
            getUI().orElseThrow().getPage().reload();
          }
        });
    return section("identity.settings.profile", form);
  }

  private Select<Integer> rollover() {
    Select<Integer> hours = new Select<>();
    hours.setLabel(getTranslation("identity.settings.rollover"));
    hours.setHelperText(getTranslation("identity.settings.rollover.hint"));
    hours.setItems(IntStream.range(0, 24).boxed().toList());
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(getLocale());
    hours.setItemLabelGenerator(hour -> format.format(LocalTime.of(hour, 0)));
    hours.setValue(account.calendar().rolloverHour());
    return hours;
  }

  private Select<Locale> language() {
    Select<Locale> languages = new Select<>();
    languages.setLabel(getTranslation("identity.settings.language"));
    languages.setItems(LANGUAGES);
    languages.setItemLabelGenerator(
        locale ->
            locale.equals(BROWSER)
                ? getTranslation("identity.settings.language.browser")
                : locale.getDisplayName(locale));
    languages.setValue(account.locale() == null ? BROWSER : account.locale());
    return languages;
  }

  private Section password() {
    AccountForm form = new AccountForm();
    form.password(Field.CURRENT_PASSWORD, "identity.settings.currentPassword");
    form.newPassword("identity.settings.newPassword");
    form.submit(
        "identity.settings.changePassword",
        () -> {
          settings.changePassword(
              account.id(), form.value(Field.CURRENT_PASSWORD), form.value(Field.PASSWORD));
          form.forgetPasswords();
          form.confirm(getTranslation("identity.settings.passwordChanged"));
        });
    return section("identity.password", form);
  }

  private Section section(String headingKey, AccountForm form) {
    Section section = new Section(new H2(getTranslation(headingKey)), form);
    section.addClassName("card");
    return section;
  }
}
