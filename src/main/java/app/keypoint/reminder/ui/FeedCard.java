package app.keypoint.reminder.ui;

import app.keypoint.identity.Account;
import app.keypoint.reminder.CalendarFeeds;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** The calendar's address: made here, shown once, renewed and ended. */
class FeedCard extends ReminderCard {

  private final CalendarFeeds feeds;
  private final Account learner;

  FeedCard(CalendarFeeds feeds, Account learner) {
    super("reminder.feed.title", "reminder.feed.text");
    this.feeds = feeds;
    this.learner = learner;
    feeds.since(learner.id()).ifPresentOrElse(this::showOn, () -> showOff());
  }

  private Button showOff() {
    Button make = new Button(getTranslation("reminder.feed.make"), click -> make());
    make.addThemeVariants(ButtonVariant.PRIMARY);
    show("reminder.state.off", Tag.Kind.PLAIN, actions(make));
    return make;
  }

  private void showOn(Instant since) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(getLocale())
            .format(since.atZone(learner.calendar().zone()));
    show(
        "reminder.state.on",
        Tag.Kind.OK,
        note(getTranslation("reminder.feed.since", day)),
        actions(renew(), turnOff()));
  }

  private void make() {
    String address = feeds.renew(learner.id(), getLocale());
    TextField shown = new TextField(getTranslation("reminder.feed.address"));
    shown.setValue(address);
    shown.setReadOnly(true);
    shown.setAutoselect(true);
    shown.setHelperText(getTranslation("reminder.feed.once"));
    Button copy = copy(address);
    show("reminder.state.on", Tag.Kind.OK, shown, actions(copy, renew(), turnOff()));
    copy.focus();
  }

  private Button copy(String address) {
    Button copy = new Button(getTranslation("reminder.feed.copy"));
    copy.addThemeVariants(ButtonVariant.PRIMARY);
    Clipboard.onClick(copy)
        .writeText(
            address,
            copied -> Notification.show(getTranslation("reminder.feed.copied")),
            // Browsers refuse without https; the field holds the text.
            refused -> Notification.show(getTranslation("reminder.feed.not-copied")));
    return copy;
  }

  private Button renew() {
    return new Button(getTranslation("reminder.feed.renew"), click -> make());
  }

  private Button turnOff() {
    return new Button(
        getTranslation("reminder.turn-off"),
        click -> {
          feeds.turnOff(learner.id());
          showOff().focus();
        });
  }
}
