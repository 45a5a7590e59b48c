package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.reminder.ReminderTest;
import app.keypoint.support.Fixtures;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A learner turns reminders on, follows the link in the mail, and finds them on. */
@ReminderTest
@ExtendWith(Chromium.class)
class RemindersIT {

  private static final Pattern LINK =
      Pattern.compile("https://keypoint\\.example(/reminders/\\S+)");

  @Autowired private Fixtures fixtures;
  @Autowired private GreenMail mailServer;
  @LocalServerPort private int port;

  private final SoftAssertions softly = new SoftAssertions();

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 360"})
  void fromOffToOn(ColorScheme scheme, int width, Browser browser) throws Exception {
    Account account = fixtures.learner();
    String address = UUID.randomUUID() + "@example.org";
    String server = "http://localhost:" + port;
    Look look = new Look(scheme, width, "en-US");
    try (Visitor learner = new Visitor(browser, look, server);
        Visitor reader = new Visitor(browser, look, server)) {
      learner.enterAs(account.username(), Fixtures.PASSWORD).open("settings/reminders");
      scan(learner, look + "-off");

      learner.control(AriaRole.BUTTON, "Make an address").click();
      learner.page().getByLabel("Address of your calendar").waitFor();
      assertThat(learner.page().getByLabel("Address of your calendar").inputValue())
          .startsWith("https://keypoint.example/calendar/");

      learner.page().getByLabel("E-mail address").fill("nobody");
      learner.control(AriaRole.BUTTON, "Turn on").click();
      // It is read out as well, from an element of its own.
      learner.page().getByText("This is not an e-mail address").first().waitFor();
      scan(learner, look + "-refused");
      learner.page().getByLabel("E-mail address").fill(address);
      learner.control(AriaRole.BUTTON, "Turn on").click();
      learner.page().getByText("Waiting for confirmation").waitFor();
      scan(learner, look + "-waiting");

      reader.page().navigate(server + link(address));
      scanPlain(reader, look + "-link");
      reader.control(AriaRole.BUTTON, "Yes, send reminders").click();
      reader.page().getByText("Reminders are on").first().waitFor();
      scanPlain(reader, look + "-linked");

      learner.open("settings/reminders");
      learner.page().getByText("On", new Page.GetByTextOptions().setExact(true)).last().waitFor();
      scan(learner, look + "-on");
      softly.assertThat(learner.problems()).isEmpty();
      softly.assertThat(reader.problems()).isEmpty();
    }
    softly.assertAll();
  }

  private String link(String address) throws Exception {
    MimeMessage mail = mailServer.getReceivedMessagesForDomain(address)[0];
    String text = ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private void scan(Visitor visitor, String name) {
    visitor.settle();
    scanPlain(visitor, name);
  }

  private void scanPlain(Visitor visitor, String name) {
    visitor.screenshot(Path.of("target", "e2e", "reminders-" + name + ".png"));
    softly.check(visitor::findsThePageAccessible);
    softly.check(visitor::findsThePageFitting);
  }
}
