package app.keypoint.reminder.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.reminder.CalendarFeeds;
import app.keypoint.reminder.EmailReminder;
import app.keypoint.reminder.EmailReminders;
import app.keypoint.reminder.ReminderTest;
import app.keypoint.support.ScreenTest;
import app.keypoint.ui.Tag;
import com.icegreen.greenmail.util.GreenMail;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A learner turns reminders on and off. */
@ReminderTest
class ReminderSettingsTest extends ScreenTest {

  @Autowired CalendarFeeds feeds;
  @Autowired EmailReminders emails;
  @Autowired GreenMail mailServer;
  @Autowired JdbcTemplate database;

  Account learner;
  String address;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    address = UUID.randomUUID() + "@example.org";
    return learner;
  }

  @Override
  protected void begin() {
    open();
  }

  @Test
  void bothAreOffAtFirst() {
    assertThat(states()).containsExactly("Off", "Off");
    assertThat(feeds.since(learner.id())).isEmpty();
    assertThat(emails.of(learner.id())).isEmpty();
  }

  @Test
  void theCalendarsAddressIsShownOnceAndCanBeRenewedAndEnded() {
    click("Make an address");
    String first = calendarAddress();
    assertThat(first).startsWith("https://keypoint.example/calendar/").endsWith(".ics");
    assertThat(states()).containsExactly("On", "Off");
    open();
    assertThat(page()).contains("The address was made on").doesNotContain(first);
    click("Make a new one");
    assertThat(calendarAddress()).isNotEqualTo(first);
    click("Turn off");
    assertThat(states()).containsExactly("Off", "Off");
    assertThat(feeds.since(learner.id())).isEmpty();
  }

  @Test
  void mailsWaitForTheAddressToBeConfirmed() {
    assertThat(page()).contains("Your time zone: Z");
    type("  " + address + " ");
    test(find(Select.class).single()).selectItem("9:00 AM".replace(' ', '\u202f'));
    click("Turn on");
    assertThat(states()).containsExactly("Off", "Waiting for confirmation");
    assertThat(page()).contains("Mail sent", "on its way to " + address);
    assertThat(mailServer.getReceivedMessagesForDomain(address)).hasSize(1);
    assertThat(emails.of(learner.id())).contains(new EmailReminder(address, 9, false));

    click("Send the link again");
    assertThat(mailServer.getReceivedMessagesForDomain(address)).hasSize(2);

    database.update(
        "update email_reminder set confirmation_hash = null where learner_id = ?", learner.id());
    open();
    assertThat(states()).containsExactly("Off", "On");
    click("Save");
    assertThat(page()).contains("Saved");
    assertThat(mailServer.getReceivedMessagesForDomain(address)).hasSize(2);
    click("Turn off");
    assertThat(states()).containsExactly("Off", "Off");
    assertThat(page()).contains("The address was deleted");
    assertThat(field().getValue()).isEmpty();
  }

  @Test
  void whatIsNoAddressIsRefusedAtTheFieldAndStays() {
    type("nobody");
    click("Turn on");
    assertThat(field().isInvalid()).isTrue();
    assertThat(field().getErrorMessage()).contains("not an e-mail address");
    assertThat(field().getValue()).isEqualTo("nobody");
    type(address);
    click("Turn on");
    assertThat(field().isInvalid()).isFalse();
  }

  private void open() {
    // Where one already is, nothing is made anew.
    UI.getCurrent().navigate("settings");
    UI.getCurrent().navigate("settings/reminders");
  }

  private void type(String text) {
    test(field()).setValue(text);
  }

  private TextField field() {
    return find(TextField.class).withCaption("E-mail address").single();
  }

  private String calendarAddress() {
    return find(TextField.class).withCaption("Address of your calendar").single().getValue();
  }

  private void click(String caption) {
    test(find(Button.class).withText(caption).single()).click();
  }

  private List<String> states() {
    return find(Tag.class).all().stream().map(Component::getElement).map(Element::getText).toList();
  }

  @Override
  protected String page() {
    StringBuilder text = new StringBuilder(super.page());
    find(Select.class).all().forEach(select -> text.append(select.getHelperText()));
    return text.toString();
  }
}
