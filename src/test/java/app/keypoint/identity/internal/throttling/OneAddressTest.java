package app.keypoint.identity.internal.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.identity.signin.ProxyCheck;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.TestDatabase;
import app.keypoint.time.StudyCalendar;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A proxy that nobody named, behind which everybody seems to sit. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "keypoint.proxies=127.0.0.1")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
@DirtiesContext
@Tag("slow")
class OneAddressTest {

  private static final String WARNING = "name it in KEYPOINT_PROXIES";

  @Autowired Fixtures fixtures;
  @Autowired AccountRepository accounts;
  @Autowired ProxyCheck check;
  @Autowired SignInPlaces places;
  @LocalServerPort int port;

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(SignInPlaces.class);
  private Account administrator;

  @BeforeEach
  void readAlong() {
    administrator = fixtures.account(Role.ADMINISTRATOR, new StudyCalendar(ZoneOffset.UTC, 4));
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
  }

  @Test
  void tenAccountsFromOnePrivateAddressAreReportedOnce_untilSomebodyComesFromElsewhere() {
    for (int i = 0; i < 8; i++) {
      signIn(fixtures.learner(), "10.0.0.7");
    }
    signIn(administrator, "10.0.0.7");
    signIn(administrator, "10.0.0.7");
    assertThat(reports()).as("nine accounts").isEmpty();
    assertThat(told()).isEmpty();

    signIn(fixtures.learner(), "10.0.0.7");
    signIn(fixtures.learner(), "10.0.0.7");
    assertThat(reports()).singleElement().asString().contains("10.0.0.7");
    assertThat(told()).contains("10.0.0.7");
    places.lookBack();
    assertThat(reports()).as("and again at the next start").hasSize(2);

    signIn(fixtures.learner(), "198.51.100.4");
    assertThat(told()).isEmpty();
    places.lookBack();
    assertThat(reports()).hasSize(2);
  }

  private void signIn(Account account, String address) {
    RawBrowser browser = new RawBrowser(port, Map.of("X-Forwarded-For", address));
    browser.signIn(account.username(), Fixtures.PASSWORD);
    assertThat(browser.isSignedIn()).isTrue();
  }

  /** What the administrator is told. */
  private Optional<String> told() {
    return new AsAccount(accounts).call(administrator, check::onlyAddress);
  }

  private List<String> reports() {
    return List.copyOf(lines.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.contains(WARNING))
        .toList();
  }
}
