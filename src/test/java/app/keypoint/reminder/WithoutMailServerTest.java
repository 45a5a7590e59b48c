package app.keypoint.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A server as it comes: nobody told it of a mail server. */
@ServiceTest
@Tag("slow")
class WithoutMailServerTest extends ScreenTest {

  @Autowired EmailReminders emails;

  Account learner;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    return learner;
  }

  @Test
  void thePageSaysSoAndAsksForNoAddress() {
    UI.getCurrent().navigate("settings/reminders");
    assertThat(page()).contains("no mail server configured", "Make an address");
    assertThat(find(TextField.class).all()).isEmpty();
  }

  @Test
  void noMailCanBeTurnedOn() {
    assertThat(emails.available()).isFalse();
    assertThatThrownBy(() -> emails.request(learner, "a@example.org", 7, Locale.ENGLISH))
        .isInstanceOf(IllegalStateException.class);
    assertThat(emails.of(learner.id())).isEmpty();
  }
}
