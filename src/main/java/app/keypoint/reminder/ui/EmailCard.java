package app.keypoint.reminder.ui;

import app.keypoint.identity.Account;
import app.keypoint.reminder.EmailReminder;
import app.keypoint.reminder.EmailReminders;
import app.keypoint.reminder.ReminderRefused;
import app.keypoint.reminder.ReminderRefused.Reason;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The mail's address and hour: off, waiting for the address to be confirmed, or on. */
class EmailCard extends ReminderCard {

  private static final int MORNING = 7;
  private static final int LONGEST = 254;

  private final EmailReminders emails;
  private final Account learner;

  EmailCard(EmailReminders emails, Account learner) {
    super("reminder.email.title", "reminder.email.text");
    this.emails = emails;
    this.learner = learner;
    if (emails.available()) {
      showForm(null);
    } else {
      show(
          "reminder.state.off", Tag.Kind.PLAIN, note(getTranslation("reminder.email.unavailable")));
    }
  }

  /**
   * @param news what just happened, or null
   * @return the button that submits
   */
  private Button showForm(@Nullable Paragraph news) {
    Optional<EmailReminder> reminder = emails.of(learner.id());
    TextField address = address(reminder.map(EmailReminder::address).orElse(""));
    Select<Integer> hour = hours(reminder.map(EmailReminder::hour).orElse(MORNING));
    List<Component> parts = new ArrayList<>();
    if (news != null) {
      parts.add(news);
    }
    List<Component> buttons = new ArrayList<>();
    Button save = save(reminder, address, hour);
    buttons.add(save);
    reminder.ifPresent(
        present -> {
          if (!present.confirmed()) {
            parts.add(note(getTranslation("reminder.email.waiting", present.address())));
          }
          buttons.add(new Button(getTranslation("reminder.turn-off"), click -> turnOff()));
        });
    parts.addAll(List.of(address, hour, actions(buttons.toArray(Component[]::new))));
    show(state(reminder), kind(reminder), parts.toArray(Component[]::new));
    return save;
  }

  private static String state(Optional<EmailReminder> reminder) {
    return reminder
        .map(r -> r.confirmed() ? "reminder.state.on" : "reminder.state.waiting")
        .orElse("reminder.state.off");
  }

  private static Tag.Kind kind(Optional<EmailReminder> reminder) {
    return reminder.map(r -> r.confirmed() ? Tag.Kind.OK : Tag.Kind.WARN).orElse(Tag.Kind.PLAIN);
  }

  private TextField address(String value) {
    TextField address = new TextField(getTranslation("reminder.email.address"));
    address.setValue(value);
    address.setMaxLength(LONGEST);
    address.setManualValidation(true);
    address.getElement().setAttribute("autocomplete", "email").setAttribute("inputmode", "email");
    return address;
  }

  private Select<Integer> hours(int value) {
    Select<Integer> hours = new Select<>();
    hours.setLabel(getTranslation("reminder.email.hour"));
    hours.setHelperText(getTranslation("reminder.email.zone", learner.calendar().zone().getId()));
    hours.setItems(IntStream.range(0, 24).boxed().toList());
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(getLocale());
    hours.setItemLabelGenerator(hour -> format.format(LocalTime.of(hour, 0)));
    hours.setValue(value);
    return hours;
  }

  private Button save(Optional<EmailReminder> before, TextField address, Select<Integer> hour) {
    String key =
        before
            .map(r -> r.confirmed() ? "reminder.email.save" : "reminder.email.again")
            .orElse("reminder.email.start");
    Button save =
        new Button(
            getTranslation(key),
            click -> {
              address.setInvalid(false);
              try {
                EmailReminder now =
                    emails.request(learner, address.getValue(), hour.getValue(), getLocale());
                showForm(done(now.confirmed() ? "reminder.email.saved" : "reminder.email.sent"))
                    .focus();
              } catch (ReminderRefused e) {
                Alerts.at(address, getTranslation(problem(e.getReason())));
              }
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);
    return save;
  }

  private static String problem(Reason reason) {
    return switch (reason) {
      case ADDRESS -> "reminder.problem.address";
      case TOO_MANY -> "reminder.problem.too-many";
      case NOT_SENT -> "reminder.problem.not-sent";
    };
  }

  private void turnOff() {
    emails.turnOff(learner.id());
    showForm(done("reminder.email.stopped")).focus();
  }
}
