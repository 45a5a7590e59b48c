package app.keypoint.review.ui;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SettingsNav;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** How a learner wants their reviews. */
@Route("settings/reviews")
@PermitAll
class ReviewSettingsView extends Div implements HasDynamicTitle {

  private static final int PERCENT = 100;
  private static final int MIN_RETENTION =
      (int) Math.round(ReviewPreferences.MIN_RETENTION * PERCENT);
  private static final int MAX_RETENTION =
      (int) Math.round(ReviewPreferences.MAX_RETENTION * PERCENT);

  private final ReviewSettings settings;
  private final AccountSettings accounts;
  private final CurrentAccount current;

  private final IntegerField newPerDay = number("new", 0, ReviewPreferences.MAX_NEW);
  private final IntegerField reviewsPerDay = number("limit", 1, ReviewPreferences.MAX_REVIEWS);
  private final RadioButtonGroup<Boolean> fullScale = choice("scale", List.of(false, true));
  private final Checkbox confidence = new Checkbox(getTranslation("review.settings.confidence"));
  private final Checkbox smoothing = new Checkbox(getTranslation("review.settings.smoothing"));
  private final RadioButtonGroup<Algorithm> algorithm =
      choice("algorithm", List.of(Algorithm.values()));
  private final IntegerField retention = number("retention", MIN_RETENTION, MAX_RETENTION);
  private final Div message = new Div();

  ReviewSettingsView(ReviewSettings settings, AccountSettings accounts, CurrentAccount current) {
    this.settings = settings;
    this.accounts = accounts;
    this.current = current;
    addClassName("settings");
    reviewsPerDay.setHelperText(getTranslation("review.settings.limit.hint"));
    confidence.setHelperText(getTranslation("review.settings.confidence.hint"));
    smoothing.setHelperText(getTranslation("review.settings.smoothing.hint"));
    algorithm.addValueChangeListener(
        change -> retention.setVisible(change.getValue() == Algorithm.FSRS));
    Account account = current.get();
    show(settings.of(account.id()));
    confidence.setValue(account.confidenceAsked());
    NativeButton save = new NativeButton(getTranslation("review.settings.save"), click -> save());
    save.addClassNames("btn", "primary");
    add(
        new PageHeader(getPageTitle(), getTranslation("review.settings.text")),
        new SettingsNav("settings/reviews"),
        section("day", newPerDay, reviewsPerDay, account()),
        section("answers", fullScale, confidence),
        section("schedule", algorithm, retention, smoothing, links()),
        new Div(message, save));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("review.settings.title");
  }

  private void show(ReviewPreferences preferences) {
    newPerDay.setValue(preferences.newPerDay());
    reviewsPerDay.setValue(preferences.reviewsPerDay());
    fullScale.setValue(preferences.fullScale());
    smoothing.setValue(preferences.smoothing());
    algorithm.setValue(preferences.algorithm());
    retention.setValue((int) Math.round(preferences.retention() * PERCENT));
    retention.setVisible(preferences.algorithm() == Algorithm.FSRS);
  }

  private void save() {
    message.removeAll();
    boolean valid =
        check(newPerDay, true, 0, ReviewPreferences.MAX_NEW)
            & check(reviewsPerDay, false, 1, ReviewPreferences.MAX_REVIEWS)
            & check(retention, true, MIN_RETENTION, MAX_RETENTION);
    if (!valid) {
      return;
    }
    Account account = current.get();
    accounts.askConfidence(account.id(), confidence.getValue());
    int moved =
        settings.change(
            account,
            new ReviewPreferences(
                newPerDay.getValue(),
                reviewsPerDay.getValue(),
                fullScale.getValue(),
                smoothing.getValue(),
                algorithm.getValue(),
                retention.getValue() / (double) PERCENT));
    message.add(
        Alerts.done(
            moved == 0
                ? getTranslation("review.settings.saved")
                : getTranslation("review.settings.rescheduled", moved)));
  }

  private boolean check(IntegerField field, boolean required, int least, int most) {
    Integer value = field.getValue();
    boolean empty = field.isEmpty() && !field.isInvalid();
    boolean valid = empty ? !required : value != null && value >= least && value <= most;
    field.setInvalid(!valid);
    field.setErrorMessage(getTranslation("review.settings.range", least, most));
    if (!valid) {
      field.focus();
    }
    return valid;
  }

  private Component account() {
    Paragraph where = new Paragraph(getTranslation("review.settings.account") + " ");
    where.add(new Anchor("settings", getTranslation("review.settings.account-link")));
    where.addClassNames("muted", "small");
    return where;
  }

  private Component links() {
    Div links =
        new Div(
            link("settings/reviews/compare", "review.settings.compare"),
            link("settings/reviews/simulate", "review.settings.simulate"));
    links.addClassName("actions");
    return links;
  }

  private Anchor link(String route, String key) {
    Anchor link = new Anchor(route, getTranslation(key));
    link.addClassName("btn");
    return link;
  }

  private Section section(String name, Component... parts) {
    Div form = new Div();
    form.addClassName("account-form");
    for (Component part : parts) {
      form.add(part);
    }
    Section section = new Section(new H2(getTranslation("review.settings." + name)), form);
    section.addClassName("card");
    return section;
  }

  private IntegerField number(String name, int least, int most) {
    IntegerField field = new IntegerField(getTranslation("review.settings." + name + ".label"));
    field.setMin(least);
    field.setMax(most);
    field.setManualValidation(true);
    return field;
  }

  private <T> RadioButtonGroup<T> choice(String name, List<T> options) {
    RadioButtonGroup<T> group =
        new RadioButtonGroup<>(getTranslation("review.settings." + name + ".label"));
    group.setItems(options);
    group.setItemLabelGenerator(option -> getTranslation("review.settings." + name + "." + option));
    return group;
  }
}
